import type { LoopState } from '../../state/case-state.js';
import type { LocalVariables } from '../machine/work.js';

/** What conditions of a multi-instance activity read (BPMN 2.0.2 Table 10.30). */
export const countsOf = ({
  total = 0,
  started,
  completed,
  terminated = 0,
  done = [],
}: LoopState): LocalVariables => ({
  numberOfInstances: total,
  numberOfActiveInstances: started - completed - terminated,
  numberOfCompletedInstances: completed,
  numberOfTerminatedInstances: terminated,
  outcomes: outcomesOf(done),
});

export const outcomesOf = (done: NonNullable<LoopState['done']>): readonly string[] =>
  done.flatMap(({ words }) => (typeof words?.['outcome'] === 'string' ? [words['outcome']] : []));
