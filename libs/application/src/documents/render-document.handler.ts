import { fillTemplate } from '@lianban/domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DocumentRenderer, DocumentStore, type IssuedDocument } from './document-store.port.js';
import { valuesOfDocument } from './document-values.js';
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
    const paragraphs = paragraphsOf(document);
    await this.documents.ready(documentId, await this.renderer.render({ ...document, paragraphs }));
  }
}

/** What was fixed when it was issued, else the words of its time with what the case says. */
const paragraphsOf = (document: IssuedDocument): readonly string[] => {
  const own = document.data['paragraphs'];
  if (Array.isArray(own)) return own.map(String);
  if (!document.template) throw new Error(`No template for ${document.kind}.`);
  const { body, article } = document.template;
  return fillTemplate(body, { ...valuesOfDocument(document), article });
};
