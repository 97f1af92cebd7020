import { BoardReader } from '@lianban/application';
import { PgBoardReader } from './pg-board.reader.js';

export const supervisionAdapters = [{ provide: BoardReader, useClass: PgBoardReader }];
