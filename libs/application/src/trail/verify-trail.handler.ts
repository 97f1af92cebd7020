import type { TrailVerdictView } from '@lianban/contracts';
import { invalid, missing } from '@lianban/kernel';
import { AnchorBook, verifyTrail } from '@lianban/trail';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AnchorLines } from './anchor-lines.port.js';
import { StoredTrail } from './stored-trail.js';
import { TrailStore } from './trail-store.port.js';
import { VerifyTrailQuery } from './trail.queries.js';
import { mustAudit } from './trail-readers.js';

/** What is judged while somebody waits, some seconds at most; more is for the program, which nobody's request waits for. */
const MOST_BATCHES = 500;

@QueryHandler(VerifyTrailQuery)
export class VerifyTrailHandler implements IQueryHandler<VerifyTrailQuery> {
  constructor(
    private readonly store: TrailStore,
    private readonly anchors: AnchorLines,
  ) {}

  async execute({ actor, period }: VerifyTrailQuery): Promise<TrailVerdictView> {
    mustAudit(actor);
    const batches = await this.store.period(period.from, period.to);
    if (batches === undefined)
      throw missing('TRAIL.NOTHING_SEALED', 'Nothing that was recorded in this period is sealed.');
    const { first, last } = batches;
    if (last - first >= MOST_BATCHES)
      throw invalid('TRAIL.PERIOD_TOO_LONG', `The period has ${last - first + 1} batches.`, {
        details: { batches: last - first + 1, most: MOST_BATCHES },
      });
    const trail = new StoredTrail(this.store);
    const [{ anchors: places }, keys, book] = await Promise.all([
      this.store.state(),
      trail.keys(),
      this.book(),
    ]);
    const { anchoredTo, findings, ...verdict } = await verifyTrail(
      trail,
      {
        keys,
        anchoredTo: places.find(({ place }) => place === 'file')?.batch ?? 0,
        ...(book === undefined ? {} : { anchors: book }),
      },
      batches,
    );
    return {
      valid: verdict.found === 0,
      first,
      last,
      batches: verdict.batches,
      entries: verdict.entries,
      erased: verdict.erased,
      findings,
      found: verdict.found,
      ...(book === undefined ? {} : { anchoredTo }),
    };
  }

  private async book(): Promise<AnchorBook | undefined> {
    const lines = this.anchors.read();
    if (lines === undefined) return undefined;
    const book = new AnchorBook();
    for await (const line of lines) book.add(line);
    return book;
  }
}
