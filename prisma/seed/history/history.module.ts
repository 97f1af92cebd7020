import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  AnchorLines,
  applicationProviders,
  DecisionReader,
  FileVault,
  PasswordHasher,
  PortalAccountPolicy,
  ProcessCompiler,
} from '@lianban/application';
import { CompilerThread, DecisionReaderThread } from '@lianban/compilation';
import { PersistenceModule } from '@lianban/persistence';
import { hashPassword, passwordMatches } from '@lianban/platform';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Applicants } from './applicants.js';
import { Desks } from './desks.js';
import { HistoryPlayer } from './history-player.js';
import { IntakeNoise } from './intake-noise.js';
import { JointOffice } from './joint-office.js';
import { OtherSystems } from './other-systems.js';
import { Registrars } from './registrars.js';

/** Uploads of the invented institutions. A crash may leave files without a row: only litter. */
class HistoryVault extends FileVault {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o750 });
  }

  async put(_folder: 'uploads', id: string, bytes: Buffer): Promise<void> {
    await writeFile(join(this.folder, id), bytes, { mode: 0o640 });
  }

  open(): Promise<Readable | undefined> {
    return Promise.resolve(undefined);
  }
}

export interface HistoryStores {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  /** Password of the institutions' accounts. */
  readonly passwordHash: string;
}

/** The product's application layer with everybody who plays in a history. */
@Module({})
export class HistoryModule {
  /** Without `more` every act is a transaction of its own, as in the product. */
  static with(
    { databaseUrl, filesFolder, passwordHash }: HistoryStores,
    more: readonly Provider[] = [],
  ): DynamicModule {
    return {
      module: HistoryModule,
      imports: [CqrsModule.forRoot(), PersistenceModule.connect(databaseUrl, 2)],
      providers: [
        ...applicationProviders,
        ...more,
        { provide: PasswordHasher, useValue: { hash: hashPassword, matches: passwordMatches } },
        {
          provide: PortalAccountPolicy,
          useValue: { initialPasswordHash: () => Promise.resolve(passwordHash) },
        },
        { provide: ProcessCompiler, useClass: CompilerThread },
        { provide: AnchorLines, useValue: { read: () => undefined } },
        { provide: DecisionReader, useClass: DecisionReaderThread },
        { provide: FileVault, useFactory: () => new HistoryVault(join(filesFolder, 'uploads')) },
        Applicants,
        Desks,
        HistoryPlayer,
        IntakeNoise,
        JointOffice,
        OtherSystems,
        Registrars,
      ],
    };
  }
}
