import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentRenderer, type ElectronicSeals, type PrintedDocument } from '@lianban/application';
import { comesAsText } from '@lianban/domain';
import { docxPaper } from './docx-paper.js';
import { pdfPaper } from './pdf-paper.js';

/** Files of official papers in the folder that the server reads. */
export class PaperDocumentRenderer extends DocumentRenderer {
  constructor(
    private readonly filesFolder: string,
    private readonly seals: ElectronicSeals,
  ) {
    super();
  }

  async render(document: PrintedDocument): Promise<string> {
    const seal = await this.seals.imprint({ office: document.office, documentId: document.id });
    const bytes = await pdfPaper(document, seal);
    if (comesAsText(document.kind)) await this.keep(`${document.id}.docx`, await docxPaper(document, seal));
    await this.keep(`${document.id}.pdf`, bytes);
    return createHash('sha256').update(bytes).digest('hex');
  }

  private async keep(name: string, bytes: Buffer): Promise<void> {
    const folder = join(this.filesFolder, 'documents');
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    // A reader sees the whole file or none.
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  }
}
