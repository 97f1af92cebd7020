import { CONDUCTOR } from '@lianban/contracts/names';
import {
  allHandlersFinished,
  condition,
  defineSignal,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';

/** How long a conductor goes on trying before a person must decide. Durations as Temporal writes them. */
export interface ConductorPolicy {
  readonly firstRetry: string;
  readonly longestPause: string;
  readonly giveUpAfter: string;
}

interface ConductorActivities {
  /** Looks whether the effect is still wanted, calls the other system, applies its answer to the case. */
  performEffect(effectId: string): Promise<string>;
  raiseIncident(effectId: string, message: string): Promise<void>;
}

const conduct = defineSignal<[string]>(CONDUCTOR.signal);

/**
 * The durable companion of a case (`case/<caseId>`): performs the effects it is told of, side by side, each for as
 * long as the policy says, and ends when none is left; the next effect starts it again. It decides nothing and keeps
 * nothing: what is open stands in PostgreSQL, and telling it twice of one effect is harmless.
 */
export async function caseConductor(policy: ConductorPolicy): Promise<void> {
  const { [CONDUCTOR.activity]: perform } = proxyActivities<ConductorActivities>({
    startToCloseTimeout: '20 seconds',
    // What a call in the hands of a killed worker costs, instead of all of the above.
    heartbeatTimeout: '4 seconds',
    scheduleToCloseTimeout: policy.giveUpAfter as `${number} seconds`,
    retry: {
      initialInterval: policy.firstRetry as `${number} seconds`,
      backoffCoefficient: 2,
      maximumInterval: policy.longestPause as `${number} seconds`,
    },
  });
  // An incident must be written down however long the database is away.
  const { [CONDUCTOR.giveUp]: giveUp } = proxyActivities<ConductorActivities>({
    startToCloseTimeout: '20 seconds',
    heartbeatTimeout: '4 seconds',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  });

  const underway = new Set<string>();
  let told = false;
  setHandler(conduct, async (effectId) => {
    told = true;
    if (underway.has(effectId)) return;
    underway.add(effectId);
    const reason = await perform(effectId).then(() => undefined, reasonOf);
    // From here on a person may say "retry", sooner than we hear that the incident is written: performed again then.
    underway.delete(effectId);
    if (reason !== undefined) await giveUp(effectId, reason);
  });
  await condition(() => told && allHandlersFinished());
}

/** The words of the other side, beneath the wrappings of the activity failure. */
const reasonOf = (failure: unknown): string => {
  let current = failure;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? current.message : String(current);
};
