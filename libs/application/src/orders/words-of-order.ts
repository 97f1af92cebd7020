import { type OrderKind, type TemplateValues, fillTemplate } from '@lianban/domain';

const TITLES: Readonly<Record<OrderKind, { readonly zh: string; readonly en: string }>> = {
  'supervision-order': { zh: '督办单', en: 'Supervision order' },
  'reminder-letter': { zh: '催办通知', en: 'Reminder letter' },
  criticism: { zh: '通报', en: 'Notice of criticism' },
};

export const titleOfOrder = (kind: OrderKind): { readonly zh: string; readonly en: string } => TITLES[kind];

export interface OrderWords {
  readonly caseNo: string;
  readonly subject: string;
  readonly facts: string;
  readonly demand: string;
  readonly answerWithin?: number;
  readonly viaConvenor: boolean;
  readonly unit: string;
}

/** The paragraphs of a paper; they are kept with the document when it is issued. */
export const paragraphsOfOrder = (
  template: { readonly body: string; readonly article: string },
  { answerWithin, viaConvenor, ...words }: OrderWords,
): readonly string[] => {
  const values: TemplateValues = {
    ...words,
    answerWithin: answerWithin === undefined ? undefined : String(answerWithin),
    // Through the convenor: the unit takes orders from its own line alone.
    through: viaConvenor ? '召集人' : undefined,
    article: template.article,
  };
  return fillTemplate(template.body, values);
};
