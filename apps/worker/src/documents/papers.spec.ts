import { inflateSync } from 'node:zlib';
import type { PrintedDocument } from '@lianban/application';
import { SpecimenSeals } from '../seals/specimen.seals.js';
import { docxPaper } from './docx-paper.js';
import { pdfPaper } from './pdf-paper.js';

const paper: PrintedDocument = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'supervision-order',
  number: '舟定督〔2026〕1号',
  title: { zh: '督办单', en: 'Supervision order' },
  data: {},
  issuedAt: '2026-03-02T09:00:00+08:00',
  office: '定海区联席会议办公室',
  institution: '定海区卫生健康局',
  state: 'rendering',
  paragraphs: ['事由：督促办结。', '请于三日内反馈。'],
};

/** Circles drawn on its pages: four curves each. */
const circlesOf = (pdf: Buffer): number => {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)];
  const text = streams.map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [...text.join('\n').matchAll(/ c$/gmu)].length / 4;
};

describe('an official paper', () => {
  it('is the same bytes each time it is made', async () => {
    expect((await pdfPaper(paper, undefined)).equals(await pdfPaper(paper, undefined))).toBe(true);
  });

  it('bears an imprint only where a seal is configured', async () => {
    expect(circlesOf(await pdfPaper(paper, undefined))).toBe(0);
    expect(circlesOf(await pdfPaper(paper, await new SpecimenSeals().imprint()))).toBe(1);
  });

  it('goes on to further pages', async () => {
    const long = {
      ...paper,
      paragraphs: Array.from({ length: 60 }, () => '请于三日内反馈办理情况。'.repeat(4)),
    };
    const pages = (await pdfPaper(long, undefined)).toString('latin1').match(/\/Type \/Page\b/gu);
    expect(pages?.length).toBeGreaterThan(2);
  });

  it('comes as a text too', async () => {
    const bytes = await docxPaper(paper, await new SpecimenSeals().imprint());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(4_000);
  });
});
