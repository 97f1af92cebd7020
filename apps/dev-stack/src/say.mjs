/** What the stack says on the terminal: one line a step, both languages where a person must act. */

const began = Date.now();

/** Seconds since this command began, for the left margin. */
const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(6)}s`;

/**
 * An expected failure: one clear sentence with what to do, no stack trace.
 * @property {string} zh
 */
export class Sentence extends Error {
  /**
   * @param {string} en
   * @param {string} zh
   */
  constructor(en, zh) {
    super(en);
    this.name = 'Sentence';
    this.zh = zh;
  }
}

/** @param {string} line */
export function say(line) {
  console.log(`${elapsed()}  ${line}`);
}

/** @param {unknown} failure */
export function complain(failure) {
  if (failure instanceof Sentence) {
    console.error(`\n✗ ${failure.message}\n✗ ${failure.zh}`);
    return;
  }
  console.error(failure);
}
