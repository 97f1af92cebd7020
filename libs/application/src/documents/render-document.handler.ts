import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DocumentRenderer, DocumentStore } from './document-store.port.js';
import { RenderDocumentCommand } from './render-document.command.js';

@CommandHandler(RenderDocumentCommand)
export class RenderDocumentHandler implements ICommandHandler<RenderDocumentCommand> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly renderer: DocumentRenderer,
  ) {}

  async execute({ documentId }: RenderDocumentCommand): Promise<void> {
    const document = await this.documents.find(documentId);
    if (document?.state !== 'rendering') return;
    await this.documents.ready(documentId, await this.renderer.render(document));
  }
}
