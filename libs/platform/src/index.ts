export * from './auth/index.js';
export * from './errors/index.js';
export * from './logging/index.js';
export * from './startup/index.js';
export { correlationIdOf } from './correlation/correlation-id.js';
export { Metrics } from './metrics/metrics.js';
export type { Pdf, PdfPaper } from './printing/write-pdf.js';
export { writePdf } from './printing/write-pdf.js';
