import type { PrintedDocument, SealImprint } from '@lianban/application';
import { chineseDate } from '@lianban/domain';
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, TextRun } from 'docx';
import { BODY_SIZE, MARGINS, PAGE, SEAL_PLACE, TITLE_SIZE } from './page-of-official-paper.js';

/** Twentieths of a point. */
const TWIPS = 20;
/** The format counts in half points. */
const size = (points: number): number => 2 * points;
const FONT = { ascii: 'Times New Roman', eastAsia: 'FangSong', hAnsi: 'Times New Roman' } as const;

const words = (text: string, points: number = BODY_SIZE, color?: string): TextRun =>
  new TextRun({ text, size: size(points), font: FONT, ...(color === undefined ? {} : { color }) });

/** The same paper as a text that an office can go on working with; the PDF is the one that counts. */
export const docxPaper = (document: PrintedDocument, seal: SealImprint | undefined): Promise<Buffer> => {
  const { title, number, institution, paragraphs, office, issuedAt } = document;
  const centred = { alignment: AlignmentType.CENTER };
  const signed = { alignment: AlignmentType.RIGHT, indent: { right: 2 * BODY_SIZE * TWIPS } };
  return Packer.toBuffer(
    new Document({
      title: `${title.zh} ${number}`,
      creator: office,
      sections: [
        {
          properties: {
            page: {
              size: { width: PAGE.width * TWIPS, height: PAGE.height * TWIPS },
              margin: {
                top: MARGINS.top * TWIPS,
                left: MARGINS.left * TWIPS,
                right: MARGINS.right * TWIPS,
                bottom: MARGINS.bottom * TWIPS,
              },
            },
          },
          children: [
            new Paragraph({ ...centred, children: [words(title.zh, TITLE_SIZE)] }),
            new Paragraph({
              ...centred,
              children: [words(number)],
              border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 8, color: 'C00000' } },
              spacing: { before: 200, after: 360 },
            }),
            new Paragraph({ children: [words(`${institution}：`)] }),
            ...paragraphs.map(
              (paragraph) =>
                new Paragraph({
                  indent: { firstLine: 2 * BODY_SIZE * TWIPS },
                  spacing: { line: 28 * TWIPS },
                  children: [words(paragraph)],
                }),
            ),
            new Paragraph({ ...signed, spacing: { before: 560 }, children: [words(office)] }),
            new Paragraph({ ...signed, children: [words(chineseDate(issuedAt))] }),
            new Paragraph({
              ...signed,
              children: [words(seal?.lines.join(' · ') ?? SEAL_PLACE, 11, '767676')],
            }),
          ],
        },
      ],
    }),
  );
};
