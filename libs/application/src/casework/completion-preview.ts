import type { ClockView, CompletionPreview, Text2 } from '@lianban/contracts';
import type { CaseRecord, CourtRecord } from './case-reader.port.js';

/** A case at one side of a transition, its clocks and obligations in words. */
export interface CaseSide extends Pick<CaseRecord, 'tasks' | 'documents' | 'status' | 'outcome'> {
  readonly clocks: readonly ClockView[];
  readonly court: readonly (CourtRecord & { readonly name: Text2 })[];
}

/** What one transition changed, in the words of somebody who has to answer for it. */
export const previewOf = (before: CaseSide, after: CaseSide): CompletionPreview => {
  const openBefore = new Set(before.tasks.filter(({ status }) => status === 'open').map(({ id }) => id));
  const known = new Set([...before.tasks, ...before.documents].map(({ id }) => id));
  const held = new Set(before.court.map(({ obligation }) => obligation));
  const outcome = after.outcome === undefined ? {} : { outcome: after.outcome };
  return {
    opens: after.tasks
      .filter(({ id, status }) => status === 'open' && !known.has(id))
      .map(({ name, office, dueAt }) => ({
        name,
        office: office.name,
        ...(dueAt === undefined ? {} : { dueAt }),
      })),
    cancels: after.tasks
      .filter(({ id, status }) => status === 'cancelled' && openBefore.has(id))
      .map(({ name, office }) => ({ name, office: office.name })),
    documents: after.documents.filter(({ id }) => !known.has(id)).map(({ title }) => title),
    clocks: after.clocks.flatMap((clock) => {
      const change = changeOf(
        before.clocks.find(({ id }) => id === clock.id),
        clock,
      );
      const { name, dueAt } = clock;
      return change === undefined ? [] : { name, change, ...(dueAt === undefined ? {} : { dueAt }) };
    }),
    waits: after.court
      .filter(({ obligation, to, kind }) => to === undefined && !held.has(obligation) && !atWork.has(kind))
      .map(({ holder, name }) => ({ holder, name })),
    ...(after.status === 'ended' ? { ended: outcome } : {}),
  };
};

/** Their obligations are tasks, which are told as tasks. */
const atWork: ReadonlySet<string> = new Set(['office', 'person', 'suspended']);

const changeOf = (
  before: ClockView | undefined,
  after: ClockView,
): CompletionPreview['clocks'][number]['change'] | undefined => {
  if (before === undefined) return after.state === 'running' ? 'started' : undefined;
  if (before.state === after.state) return after.state === 'running' ? 'goes-on' : undefined;
  return after.state === 'running' ? 'resumed' : after.state;
};
