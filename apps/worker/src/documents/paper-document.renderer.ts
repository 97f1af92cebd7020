import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentRenderer, type PrintedDocument } from '@lianban/application';
import PdfDocument from 'pdfkit';

const FONT = fileURLToPath(new URL('../../fonts/NotoSerifSC-Regular.ttf', import.meta.url));

/** Points: A4 with the margins of official papers (GB/T 9704: 37 mm above, 28 mm left). */
const MARGINS = { top: 105, left: 79, right: 74, bottom: 99 };

/** Official papers as PDF with an embedded Chinese font. The same document gives the same bytes. */
export class PdfDocumentRenderer extends DocumentRenderer {
  constructor(private readonly filesFolder: string) {
    super();
  }

  async render(document: PrintedDocument): Promise<string> {
    const bytes = await draw(document);
    const folder = join(this.filesFolder, 'documents');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${document.id}.pdf`);
    // A reader sees the whole file or none.
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    return createHash('sha256').update(bytes).digest('hex');
  }
}

const draw = (document: PrintedDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const issuedAt = new Date(document.issuedAt);
    const pdf = new PdfDocument({
      size: 'A4',
      margins: MARGINS,
      info: {
        Title: `${document.title.zh} ${document.number}`,
        Author: document.office,
        CreationDate: issuedAt,
        ModDate: issuedAt,
      },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.registerFont('body', FONT).font('body');
    pdf.fontSize(22).text(document.title.zh, { align: 'center' });
    pdf.moveDown(0.4).fontSize(12).text(document.title.en, { align: 'center' });
    pdf.moveDown(1).fontSize(14).text(document.number, { align: 'center' });
    const line = pdf.y + 10;
    pdf
      .moveTo(MARGINS.left, line)
      .lineTo(595 - MARGINS.right, line)
      .lineWidth(1)
      .stroke('#c00000');
    pdf.moveDown(2).fillColor('#000').fontSize(16).text(`${document.institution}：`);
    for (const paragraph of document.paragraphs) {
      pdf.moveDown(0.5).text(paragraph, { indent: 32, lineGap: 10, align: 'left' });
    }
    pdf.moveDown(3).text(document.office, { align: 'right' });
    pdf.moveDown(0.3).text(chineseDate(issuedAt), { align: 'right' });
    pdf.moveDown(0.6).fontSize(11).fillColor('#888').text('（印章处）', { align: 'right' });
    pdf.end();
  });

const chineseDate = (instant: Date): string => {
  const [year, month, day] = new Date(instant.getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};
