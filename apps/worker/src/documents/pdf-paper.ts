import type { PrintedDocument, SealImprint } from '@lianban/application';
import { chineseDate } from '@lianban/domain';
import { type Pdf, writePdf } from '@lianban/platform';
import { BODY_SIZE, MARGINS, PAGE, SEAL_PLACE, TITLE_SIZE } from './page-of-official-paper.js';

const LINE = 28;
const RED = '#c00000';
const SEAL_RADIUS = 58;

/** An official paper (公文) as PDF with an embedded Chinese font. The same document gives the same bytes. */
export const pdfPaper = (document: PrintedDocument, seal: SealImprint | undefined): Promise<Buffer> => {
  const { title, number, office, issuedAt } = document;
  const paper = { title: `${title.zh} ${number}`, author: office, at: new Date(issuedAt), margins: MARGINS };
  return writePdf(paper, (pdf) => {
    head(pdf, document);
    for (const paragraph of document.paragraphs) {
      // Two characters in, on the first line of each paragraph.
      pdf.text(paragraph, { indent: 2 * BODY_SIZE, lineGap: 6, paragraphGap: 6, align: 'left' });
    }
    signature(pdf, office, chineseDate(issuedAt), seal);
  });
};

const head = (pdf: Pdf, { title, number, institution }: PrintedDocument): void => {
  pdf.fontSize(TITLE_SIZE).text(title.zh, { align: 'center' });
  pdf.moveDown(0.6).fontSize(BODY_SIZE).text(number, { align: 'center' });
  const line = pdf.y + 10;
  pdf
    .moveTo(MARGINS.left, line)
    .lineTo(PAGE.width - MARGINS.right, line)
    .lineWidth(1)
    .stroke(RED);
  pdf.moveDown(1.6).fillColor('#000').text(`${institution}：`, { lineGap: 6, paragraphGap: 6 });
};

/** 署名 and 成文日期 stay together, right below the text, each in the middle of the other; the seal lies over them. */
const signature = (pdf: Pdf, office: string, date: string, seal: SealImprint | undefined): void => {
  const below = 2 * LINE + SEAL_RADIUS;
  if (pdf.y + LINE + below > PAGE.height - MARGINS.bottom) pdf.addPage();
  const width = Math.max(pdf.widthOfString(office), pdf.widthOfString(date));
  const left = PAGE.width - MARGINS.right - 2 * BODY_SIZE - width;
  const top = pdf.y + LINE;
  const middle = (words: string, y: number): void => {
    pdf.text(words, left + (width - pdf.widthOfString(words)) / 2, y, { lineBreak: false });
  };
  pdf.fontSize(BODY_SIZE).fillColor('#000');
  middle(office, top);
  middle(date, top + LINE);
  if (seal === undefined) {
    pdf.fontSize(11).fillColor('#767676');
    middle(SEAL_PLACE, top + 2 * LINE);
    return;
  }
  const [x, y] = [left + width / 2, top + LINE - 4];
  pdf.lineWidth(2).circle(x, y, SEAL_RADIUS).stroke(RED);
  pdf.fontSize(9).fillColor(RED);
  // Above and below what is signed, so that both can be read.
  const [first = '', ...others] = seal.lines;
  middle(first, y - SEAL_RADIUS + 14);
  others.forEach((line, index) => {
    middle(line, y + SEAL_RADIUS - 26 - 12 * (others.length - 1 - index));
  });
};
