import type { OrderActRequest, OrderDetail, ServiceWay } from '@lianban/contracts';

type Act = OrderDetail['acts'][number];

/** What was typed, as it stands in the inputs. */
export interface ActFields {
  readonly words: string;
  /** A paper a line. */
  readonly papers: string;
  readonly answerWithin: number;
  readonly way: ServiceWay | undefined;
  readonly receivedBy: string;
  readonly receipt: string;
  /** `2026-03-02T10:00` in China Standard Time; empty: now. */
  readonly servedAt: string;
}

export type ActField = keyof ActFields;

export const emptyFields: ActFields = {
  words: '',
  papers: '',
  answerWithin: 3,
  way: undefined,
  receivedBy: '',
  receipt: '',
  servedAt: '',
};

const FIELDS: Readonly<Record<Act, readonly ActField[]>> = {
  withdraw: ['words'],
  issue: [],
  serve: ['way', 'receivedBy', 'servedAt', 'receipt'],
  acknowledge: [],
  answer: ['words', 'papers'],
  'send-back': ['words', 'answerWithin'],
  accept: ['words'],
  'strike-off': ['words'],
};

const isOptional = (act: Act, field: ActField): boolean =>
  field === 'papers' ||
  field === 'receipt' ||
  field === 'servedAt' ||
  (field === 'words' && act === 'strike-off');

export const fieldsOf = (act: Act): readonly ActField[] => FIELDS[act];

export const isNeeded = (act: Act, field: ActField): boolean => !isOptional(act, field);

/** Fields of the act that are needed and empty. */
export const lacking = (act: Act, fields: ActFields): readonly ActField[] =>
  FIELDS[act].filter((field) => isNeeded(act, field) && String(fields[field] ?? '').trim() === '');

/** Once nothing is lacking. */
export const requestOf = (act: Act, fields: ActFields): OrderActRequest => {
  const words = fields.words.trim();
  const { way, answerWithin } = fields;
  switch (act) {
    case 'issue':
    case 'acknowledge':
      return { act };
    case 'withdraw':
    case 'accept':
      return { act, words };
    case 'strike-off':
      return words === '' ? { act } : { act, words };
    case 'answer': {
      const papers = fields.papers.split('\n').map((paper) => paper.trim());
      return { act, words, papers: papers.filter((paper) => paper !== '') };
    }
    case 'send-back':
      return { act, words, answerWithin };
    case 'serve': {
      const receipt = fields.receipt.trim();
      return {
        act,
        way: way ?? 'in-system',
        receivedBy: fields.receivedBy.trim(),
        ...(receipt === '' ? {} : { receipt }),
        ...(fields.servedAt === '' ? {} : { servedAt: `${fields.servedAt}:00+08:00` }),
      };
    }
  }
};
