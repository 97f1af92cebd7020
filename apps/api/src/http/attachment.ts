import { StreamableFile } from '@nestjs/common';
import type { ReadableFile } from '@lianban/application';
import type { FastifyReply } from 'fastify';

/** Never shown inline: what others uploaded must not run in our own origin. */
export function attachment(reply: FastifyReply, file: ReadableFile): StreamableFile {
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('cache-control', 'private, no-store');
  return new StreamableFile(file.content, {
    type: file.mediaType,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
}
