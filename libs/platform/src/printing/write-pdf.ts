import { fileURLToPath } from 'node:url';
import PdfDocument from 'pdfkit';

const FONT = fileURLToPath(new URL('../../fonts/NotoSerifSC-Regular.ttf', import.meta.url));

/** What is drawn on; lengths are points (1 mm = 2.835). */
export type Pdf = InstanceType<typeof PdfDocument>;

export interface PdfPaper {
  readonly title: string;
  readonly author?: string;
  /** Written into the file as the instant it was made. */
  readonly at: Date;
  readonly margins: {
    readonly top: number;
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly layout?: 'portrait' | 'landscape';
}

/** A4 pages as PDF with an embedded Chinese font. The same drawing made at the same instant gives the same bytes. */
export const writePdf = (paper: PdfPaper, draw: (pdf: Pdf) => void): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { title, author, at, margins, layout = 'portrait' } = paper;
    const pdf = new PdfDocument({
      size: 'A4',
      layout,
      margins,
      info: {
        Title: title,
        ...(author === undefined ? {} : { Author: author }),
        CreationDate: at,
        ModDate: at,
      },
    });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.registerFont('body', FONT).font('body');
    draw(pdf);
    pdf.end();
  });
