import type { Readable } from 'node:stream';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@lianban/domain';
import { missing, unavailable } from '@lianban/kernel';
import { UnitOfWork } from '../../transaction/index.js';
import { FileVault } from './file-vault.port.js';
import { StoredFiles } from './stored-files.port.js';

export interface ReadableFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
}

const FOLDERS = {
  upload: 'uploads',
  document: 'documents',
  'document-text': 'document-texts',
} as const;

const FORMATS = {
  document: ['.pdf', 'application/pdf'],
  'document-text': ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
} as const;

export class ReadFileQuery extends Query<ReadableFile> {
  constructor(
    readonly actor: Actor,
    readonly kind: keyof typeof FOLDERS,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ReadFileQuery)
export class ReadFileHandler implements IQueryHandler<ReadFileQuery> {
  constructor(
    private readonly vault: FileVault,
    private readonly files: StoredFiles,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute({ actor, kind, id }: ReadFileQuery): Promise<ReadableFile> {
    const known = await this.unitOfWork.withActor(actor, async (tx) => {
      if (kind === 'upload') return this.files.readable(tx, actor, id);
      const document = await this.files.readableDocument(tx, actor, id);
      const [ending, mediaType] = FORMATS[kind];
      return document && { name: `${document.name}${ending}`, mediaType };
    });
    // The same answer for what isn't there and for what isn't yours.
    if (known === undefined) throw missing('FILES.UNKNOWN', 'There is no such file.');
    const content = await this.vault.open(FOLDERS[kind], id);
    if (content === undefined) throw unavailable('FILES.NOT_READY', 'The document is still being made.');
    return { name: known.name, mediaType: known.mediaType, content };
  }
}
