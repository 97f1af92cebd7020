import type { OrderStep } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';

/** What happened to it, oldest first: who did what when, with the words and papers of each. */
export function OrderSteps({ steps }: { readonly steps: readonly OrderStep[] }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const details = useDetails();
  return (
    <ol className="order-steps">
      {steps.map((step) => (
        <li key={`${step.recordedAt} ${step.act}`}>
          <b>{t(`orders.step.${step.act}`)}</b>{' '}
          <span className="quiet num">
            {dateTime(step.at)} · {step.actorKind === 'system' ? t('orders.bySystem') : step.actorName}
            {dateTime(step.recordedAt) !== dateTime(step.at) && (
              <> · {t('orders.recorded', { at: dateTime(step.recordedAt) })}</>
            )}
          </span>
          {step.words !== undefined && <blockquote>{step.words}</blockquote>}
          {details(step).map((detail) => (
            <div key={detail} className="quiet">
              {detail}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function useDetails(): (step: OrderStep) => readonly string[] {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  return ({ payload }) => {
    const [number, level, way, receivedBy, receipt, dueAt] = [
      'number',
      'level',
      'way',
      'receivedBy',
      'receipt',
      'dueAt',
    ].map((name) => textOf(payload[name]));
    const papers = Array.isArray(payload['papers']) ? payload['papers'].map(String) : [];
    return [
      ...(payload['because'] === 'obligation-ended' ? [t('orders.detail.obligationEnded')] : []),
      ...(level === undefined ? [] : [t('orders.detail.level', { level })]),
      ...(number === undefined ? [] : [t('orders.detail.number', { number })]),
      ...(way === undefined
        ? []
        : [t('orders.detail.service', { way: t(`orders.way.${way}`), receivedBy: receivedBy ?? '' })]),
      ...(receipt === undefined ? [] : [t('orders.detail.receipt', { receipt })]),
      ...(dueAt === undefined ? [] : [t('orders.detail.dueAt', { at: dateTime(dueAt) })]),
      ...(papers.length === 0 ? [] : [t('orders.detail.papers', { papers: papers.join('、') })]),
    ];
  };
}
