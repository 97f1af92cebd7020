import { Command } from '@nestjs/cqrs';

/** Renders an issued document to its file. May be repeated. */
export class RenderDocumentCommand extends Command<void> {
  constructor(readonly documentId: string) {
    super();
  }
}
