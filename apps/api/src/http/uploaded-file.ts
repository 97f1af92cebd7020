import { invalid } from '@lianban/kernel';
import type { FastifyRequest } from 'fastify';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The one file of a multipart request; more, or larger than 10 MB, is refused by the parser's limits. */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) {
    throw invalid('API.UNSUPPORTED_MEDIA_TYPE', 'A multipart form with one file is expected.');
  }
  const part = await request.file();
  if (part === undefined) throw invalid('FILES.MISSING', 'No file was received.');
  return { name: part.filename, bytes: await part.toBuffer() };
}
