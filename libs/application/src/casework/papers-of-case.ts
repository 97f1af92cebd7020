import { type Actor, type OrderFacts, mayReadOrder } from '@lianban/domain';
import { overseesAll } from './oversight.js';

/** A 督办单, letter or criticism about the case. */
export interface PaperOfCase extends Pick<OrderFacts, 'issuingOffice' | 'addressedOffice' | 'state'> {
  readonly id: string;
  readonly documentId?: string;
}

/** Ids of papers and of their documents that this reader is not to know of. */
export const papersHiddenFrom = (actor: Actor, papers: readonly PaperOfCase[]): ReadonlySet<string> =>
  new Set(
    papers
      .filter((paper) => !mayReadOrder(paper, { officeIds: actor.officeIds, oversees: overseesAll(actor) }))
      .flatMap(({ id, documentId }) => (documentId === undefined ? [id] : [id, documentId])),
  );
