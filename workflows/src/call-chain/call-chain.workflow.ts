import { CALL_CHAIN } from '@lianban/contracts/names';
import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

/** A chain of calls as it is started: whom it calls stands in PostgreSQL, here are only places in the line. */
export interface CallChainOrder {
  readonly clockId: string;
  readonly level: string;
  /** How many people are in the line. */
  readonly people: number;
  /** Pause before the next is called, as Temporal writes durations. */
  readonly pause: string;
}

interface CallChainActivities {
  /** Calls the next one; `over`: somebody acknowledged, or the clock no longer runs. */
  callNext(clockId: string, level: string, place: number): Promise<'called' | 'over'>;
  chainUnanswered(clockId: string, level: string): Promise<void>;
}

const acknowledged = defineSignal(CALL_CHAIN.signal);

/**
 * Calls one after another (`call-chain/<clockId>/<level>`) until somebody acknowledges. Whether somebody did stands in
 * PostgreSQL and is asked before each call; the signal only ends the pause at once. A line that ends without an answer
 * becomes an incident.
 */
export async function callChain({
  clockId,
  level,
  people,
  pause,
}: CallChainOrder): Promise<'answered' | 'unanswered'> {
  const { [CALL_CHAIN.call]: call, [CALL_CHAIN.unanswered]: unanswered } =
    proxyActivities<CallChainActivities>({
      startToCloseTimeout: '20 seconds',
      heartbeatTimeout: '4 seconds',
      // However long the database is away: a child may be in danger.
      retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
    });
  let answered = false;
  setHandler(acknowledged, () => {
    answered = true;
  });
  for (let place = 0; place < people; place += 1) {
    if (answered || (await call(clockId, level, place)) === 'over') return 'answered';
    if (await condition(() => answered, pause as `${number} seconds`)) return 'answered';
  }
  await unanswered(clockId, level);
  return 'unanswered';
}
