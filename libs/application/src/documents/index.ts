export { DocumentTemplates, type DocumentTemplate } from './document-template.port.js';
export {
  DocumentRenderer,
  DocumentStore,
  type IssuedDocument,
  type PrintedDocument,
} from './document-store.port.js';
export { ElectronicSeals, type SealImprint } from './electronic-seals.port.js';
export { RenderDocumentCommand } from './render-document.command.js';
export { RenderDocumentHandler } from './render-document.handler.js';
export { ListTemplatesQuery, PublishTemplateCommand } from './templates.requests.js';
export { ListTemplatesHandler, PublishTemplateHandler } from './templates.handlers.js';
