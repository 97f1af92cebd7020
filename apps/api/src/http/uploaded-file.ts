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
  const file = await received(request);
  if (file === undefined) throw invalid('FILES.MISSING', 'No file was received.');
  return file;
}

/** Nothing but the sender's own bytes is read here, so a failure without a code of the parser is a broken form. */
async function received(request: FastifyRequest): Promise<UploadedFile | undefined> {
  try {
    const part = await request.file();
    return part && { name: part.filename, bytes: await part.toBuffer() };
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure) throw failure;
    throw invalid('FILES.FORM_BROKEN', 'The multipart form is broken or was cut short.');
  }
}
