import type { PlanNode } from '@lianban/process-runtime';
import type { Life } from './life.js';
import type { RecordedEntry, RecordedScope } from './recorded-trace.js';

export interface RecordedLife extends Life {
  /** The move during which it was created. */
  readonly cause?: { readonly life: Life; readonly kind: Life['moves'][number]['kind'] };
}

/**
 * The trace as lives. What holds others (a sub-process) begins by being entered or signalled, a flow is only entered.
 * The recorder works job by job, so that what is created was caused by the move noted last.
 */
export const livesOf = (
  trace: readonly RecordedEntry[],
  nodeOf: (element: string) => PlanNode | undefined,
  isFlow: (element: string) => boolean,
): readonly RecordedLife[] => {
  const lives = new Map<RecordedScope, RecordedLife>();
  let last: RecordedLife['cause'];
  trace.forEach(({ action, scope }, at) => {
    const { element, parent, path } = scope;
    if (action === 'created') {
      const life = { element, within: parent?.path ?? '', path, moves: [], ...(last ? { cause: last } : {}) };
      lives.set(scope, life);
    }
    const life = lives.get(scope);
    if (!life || action === 'created' || action === 'destroyed') return;
    const node = nodeOf(element);
    const flow = isFlow(element);
    const holds = node === undefined || 'boundary' in node;
    const kind = action === 'exited' ? 'left' : action === 'entered' || holds ? 'begins' : 'signalled';
    const again = kind === 'begins' && life.moves.length > 0;
    if (!again && !(flow && kind === 'left')) life.moves.push({ kind, at });
    last = { life, kind: flow ? 'begins' : kind };
  });
  return [...lives.values()].filter(({ moves }) => moves.length > 0);
};
