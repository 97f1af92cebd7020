import { say } from './say.mjs';

/** npm passes the terminal's Ctrl-C on to us a second time; a person's second one comes later. */
const echo = 1000;

/**
 * Ctrl-C, a closed terminal or a service manager's stop end the command in order; a second one ends it at once.
 * @param {{stop: () => Promise<void>, kill: () => void}} what
 */
export function onInterrupt({ stop, kill }) {
  let first = 0;
  const heard = (/** @type {NodeJS.Signals} */ signal) => {
    if (first === 0) {
      first = Date.now();
      say(`${signal}: stopping (again: at once) · 正在停止（再按一次立即结束）`);
      void stop();
    } else if (Date.now() - first > echo) {
      kill();
      process.exit(130);
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, heard);
}
