import { AnchorBook } from '@lianban/trail';
import { linesOf } from './lines.js';

export const readAnchors = async (file: string): Promise<AnchorBook> => {
  const book = new AnchorBook();
  for await (const line of linesOf(file)) book.add(line);
  return book;
};
