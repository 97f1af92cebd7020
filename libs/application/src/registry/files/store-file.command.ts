import { createHash, randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StoredFileView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { denied, invalid } from '@lianban/kernel';
import { IdempotencyRecords } from '../../idempotency/index.js';
import { oncePerKey } from '../../idempotency/once-per-key.js';
import { UnitOfWork } from '../../transaction/index.js';
import { FileVault } from './file-vault.port.js';
import { mediaTypeOf } from './media-type.js';
import { StoredFiles } from './stored-files.port.js';

/** An upload of an institution: a scan for its filing. */
export class StoreFileCommand extends Command<StoredFileView> {
  constructor(
    readonly actor: Actor,
    readonly name: string,
    readonly bytes: Buffer,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(StoreFileCommand)
export class StoreFileHandler implements ICommandHandler<StoreFileCommand> {
  constructor(
    private readonly vault: FileVault,
    private readonly files: StoredFiles,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute({ actor, name, bytes, idempotencyKey: key }: StoreFileCommand): Promise<StoredFileView> {
    const { institutionId } = actor;
    if (institutionId === undefined)
      throw denied('AUTH.NOT_ALLOWED', 'Only an institution uploads materials.');
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined) {
      throw invalid('FILES.TYPE_NOT_ALLOWED', 'Only PDF, PNG and JPG files are accepted.');
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.idempotency,
        tx,
        { actor, key, operation: 'files.store', body: { name, sha256 } },
        async () => {
          const file = {
            id: randomUUID(),
            institutionId,
            name: plainName(name),
            mediaType,
            size: bytes.length,
            sha256,
          };
          // The bytes first: a row without its file would be a promise broken; a file without a row is only litter.
          await this.vault.put('uploads', file.id, bytes);
          if (!(await this.files.add(tx, actor, file))) {
            throw invalid('FILES.TOO_MANY', 'An institution may keep 200 files.');
          }
          return { id: file.id, name: file.name, size: file.size, sha256 };
        },
      ),
    );
  }
}

/** For showing only: no folders, no control signs, bounded. */
const plainName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\u0000-\u001f\u007f"<>|:*?\p{Surrogate}]/gu, '_')
    .slice(-120) || 'file';
