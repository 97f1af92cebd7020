import { BoardReader, OpenWork } from '@lianban/application';
import { PgBoardReader } from './pg-board.reader.js';
import { PgOpenWork } from './pg-open.work.js';

export const supervisionAdapters = [
  { provide: BoardReader, useClass: PgBoardReader },
  { provide: OpenWork, useClass: PgOpenWork },
];
