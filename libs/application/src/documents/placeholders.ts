import type { TemplateKind } from '@lianban/contracts';

const OF_ORDERS = [
  'caseNo',
  'unit',
  'subject',
  'facts',
  'demand',
  'answerWithin',
  'through',
  'article',
] as const;
const OF_NOTICES = ['caseNo', 'institution', 'article'] as const;

/** What may stand in the words of a document, by kind. */
export const PLACEHOLDERS: Readonly<Record<TemplateKind, readonly string[]>> = {
  'supplement-notice': [...OF_NOTICES, 'missing'],
  'filing-receipt': [...OF_NOTICES, 'places'],
  'nonconformity-notice': [...OF_NOTICES, 'clause', 'finding'],
  'extension-notice': [...OF_NOTICES, 'reason', 'dueBefore', 'dueAfter'],
  'reminder-letter': OF_ORDERS,
  'supervision-order': OF_ORDERS,
  criticism: OF_ORDERS,
};
