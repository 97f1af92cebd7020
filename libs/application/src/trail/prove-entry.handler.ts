import type { EntryProofView } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { entryHash, isProven } from '@lianban/trail';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { StoredTrail } from './stored-trail.js';
import { TrailStore } from './trail-store.port.js';
import { ProveEntryQuery } from './trail.queries.js';
import { mustAudit } from './trail-readers.js';

@QueryHandler(ProveEntryQuery)
export class ProveEntryHandler implements IQueryHandler<ProveEntryQuery> {
  constructor(private readonly store: TrailStore) {}

  async execute({ actor, entryId }: ProveEntryQuery): Promise<EntryProofView> {
    mustAudit(actor);
    const found = await this.store.find(entryId);
    if (found?.entry === undefined || found.entry.tenant !== actor.tenant)
      throw missing('TRAIL.NOT_SEALED', 'This entry is not sealed, or there is none.');
    const { batch: sealed, ...kept } = found;
    const { entry } = found;
    const { seq, opening } = kept;
    const { header, signature } = sealed;
    const trail = new StoredTrail(this.store);
    const [proof, keys] = await Promise.all([trail.proofOf(header, seq), trail.keys()]);
    return {
      entryId,
      seq,
      act: entry.act,
      at: entry.at,
      recordedAt: entry.recordedAt,
      actorName: entry.actorName,
      ...(entry.caseId === null ? {} : { caseId: entry.caseId }),
      holds: isProven({ sealed, kept, proof }, { keys }),
      hash: entryHash(header.digest, entry, opening)?.toString('hex') ?? kept.hash,
      proof,
      batch: {
        no: header.no,
        root: header.root,
        sealedAt: header.sealedAt,
        digest: header.digest,
        keyId: header.keyId,
      },
      signature,
    };
  }
}
