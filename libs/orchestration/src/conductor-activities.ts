import { CALL_CHAIN, CONDUCTOR } from '@lianban/contracts';
import { AppException, type ErrorKind } from '@lianban/kernel';
import { activityInfo, heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';

export interface ConductorWork {
  perform(effectId: string, attempt: number): Promise<string>;
  giveUp(effectId: string, message: string): Promise<void>;
  callNext(clockId: string, level: string, place: number): Promise<'called' | 'over'>;
  chainUnanswered(clockId: string, level: string): Promise<void>;
}

/** Well below the heartbeat time-out of the workflow, in milliseconds. */
const SIGN_OF_LIFE_MS = 1_000;

/** Whether another try can help. Exhaustive: a new kind doesn't compile until it has its answer. */
const worthAnotherTry: Readonly<Record<ErrorKind, boolean>> = {
  invalid: false,
  denied: false,
  missing: false,
  conflict: true,
  unavailable: true,
  defect: false,
};

/** What a conductor's workflow calls, by the names of the contract. */
export const conductorActivities = (work: ConductorWork) => ({
  [CONDUCTOR.activity]: (effectId: string): Promise<string> =>
    alive(() => work.perform(effectId, activityInfo().attempt).catch(toTemporal)),
  // Tried for ever, whatever fails: what nobody writes down nobody can resolve.
  [CONDUCTOR.giveUp]: (effectId: string, message: string): Promise<void> =>
    alive(() => work.giveUp(effectId, message)),
  [CALL_CHAIN.call]: (clockId: string, level: string, place: number): Promise<'called' | 'over'> =>
    alive(() => work.callNext(clockId, level, place)),
  [CALL_CHAIN.unanswered]: (clockId: string, level: string): Promise<void> =>
    alive(() => work.chainUnanswered(clockId, level)),
});

const named = (): Promise<never> => Promise.reject(new Error('only asked for its name'));

/** Names that {@link conductorActivities} answers to. */
export const handledActivities: readonly string[] = Object.keys(
  conductorActivities({ perform: named, giveUp: named, callNext: named, chainUnanswered: named }),
);

const alive = async <T>(work: () => Promise<T>): Promise<T> => {
  const beating = setInterval(() => heartbeat(), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
};

const toTemporal = (failure: unknown): never => {
  if (failure instanceof AppException && !worthAnotherTry[failure.error.kind]) {
    throw ApplicationFailure.nonRetryable(failure.message, failure.error.code);
  }
  throw failure;
};
