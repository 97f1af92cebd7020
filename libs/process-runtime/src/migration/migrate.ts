import { type AppError, type Result, err, ok } from '@lianban/kernel';
import { arm, armBoundary, boundaryToArm } from '../step/events/arm.js';
import { run } from '../step/flow/run.js';
import { Machine } from '../step/machine/machine.js';
import type { StepContext } from '../step/step-context.js';
import type { StepResult } from '../step/step.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseData, CaseState } from '../state/case-state.js';
import { checkMigration, staysArmed } from './check-migration.js';
import { mapScope } from './map-scope.js';
import { newEventStarts } from './new-event-starts.js';
import { type NodeMapping, mapped } from './node-mapping.js';

/**
 * A running case comes to another version of its process: tokens keep their ids and stand at the mapped elements; what
 * is not armed any more is closed, boundary events and event sub-processes that are new are armed. Refused, with nothing changed, where the
 * check finds a problem.
 */
export const migrate = (
  from: ProcessPlan,
  to: ProcessPlan,
  state: CaseState,
  data: CaseData,
  mapping: NodeMapping,
  context: StepContext,
): Result<StepResult, AppError> => {
  if (state.ended) return err({ kind: 'conflict', code: 'CASES.ENDED', message: 'The case has ended.' });
  const { problems } = checkMigration(from, to, state, mapping);
  const [problem] = problems;
  if (problem) {
    return err({
      kind: 'conflict',
      code: problem.code,
      message: `The step ${problem.node} has no counterpart that fits in the other version.`,
      details: { problems },
    });
  }
  const { takeBacks: _ofOldSteps, ...kept } = state;
  const machine = new Machine(
    to,
    {
      ...kept,
      tokens: state.tokens.map((token) => ({
        ...token,
        node: mapped(mapping, token.node),
        ...(token.backTo === undefined ? {} : { backTo: mapped(mapping, token.backTo) }),
      })),
      scopes: state.scopes.map((scope) => mapScope(to, scope, mapping)),
      waits: state.waits.map((wait) => ({ ...wait, node: mapped(mapping, wait.node) })),
    },
    data,
    context,
  );
  for (const wait of state.waits) {
    const now = machine.waits.get(wait.id);
    if (now && !staysArmed(to, wait, mapping)) machine.closeWait(now);
  }
  for (const token of machine.tokens.values()) {
    const node = machine.nodeOf(token);
    if (!('boundary' in node) || token.idle || machine.isInstance(token)) continue;
    const armed = new Set(machine.waits.of(token.id).map((wait) => wait.node));
    const fresh = boundaryToArm(machine, token, node).filter(({ id }) => !armed.has(id));
    machine.next(...armBoundary(machine, token, fresh));
  }
  for (const scope of state.scopes) {
    const owner = { scope: scope.id };
    for (const start of newEventStarts(from, to, scope, mapping))
      machine.next(...arm(machine, owner, owner, start));
  }
  run(machine);
  return ok({ state: machine.toState(), data: machine.data, effects: machine.effects });
};
