import type { OrderDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';

type State = OrderDetail['state'];

/** The steps of a life, each with the states in which it is the next to be taken. */
const STAGES: readonly (readonly [stage: string, isNextIn: readonly State[]])[] = [
  ['draft', []],
  ['issue', ['drafted']],
  ['serve', ['issued']],
  ['acknowledge', ['served']],
  ['answer', ['acknowledged', 'sent-back']],
  ['review', ['answered']],
  ['strike-off', ['accepted']],
];

/** A criticism (通报) asks for no answer. */
const UNANSWERED = new Set(['answer', 'review']);

/** Its whole life at a glance: what is done, what is next, what remains; said in words for who does not see the shapes. */
export function OrderStages({ order: { kind, state } }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  if (state === 'withdrawn') return null;
  const stages = STAGES.filter(([stage]) => kind !== 'criticism' || !UNANSWERED.has(stage));
  const found = stages.findIndex(([, isNextIn]) => isNextIn.includes(state));
  const next = state === 'struck-off' ? stages.length : found === -1 ? stages.length - 1 : found;
  return (
    <ol className="order-stages" aria-label={t('orders.life')}>
      {stages.map(([stage], index) => {
        const how = index < next ? 'done' : index === next ? 'next' : 'later';
        return (
          <li key={stage} className={`is-${how}`} {...(how === 'next' ? { 'aria-current': 'step' } : {})}>
            <span aria-hidden className="order-stage-mark">
              {how === 'done' ? '✓' : index + 1}
            </span>
            {t(`orders.stage.${stage}`)}
            <span className="visually-hidden">{t(`orders.how.${how}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
