export { DocumentRenderer, DocumentStore, type IssuedDocument } from './document-store.port.js';
export { RenderDocumentCommand } from './render-document.command.js';
export { RenderDocumentHandler } from './render-document.handler.js';
