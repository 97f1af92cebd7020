import type { SigningRound } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape, type Shape } from '../../../ui/mark-shape.js';
import { RecordTable } from '../../../ui/record-table.js';

type Signer = SigningRound['signers'][number];

const SHAPES: Readonly<Partial<Record<Signer['status'], Shape>>> = { agreed: 'done', against: 'overdue' };

/** 会签: who signed what and when, and what is still needed. */
export function SigningRounds({ rounds }: { readonly rounds: readonly SigningRound[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return rounds.map((round) => (
    <section key={round.activity} className="stack" aria-label={text(round.name)}>
      <p>
        <b>{text(round.name)}</b> <span className="quiet">{t(`acts.signing.mode.${round.mode}`)}</span>
        {' · '}
        {text(round.summary)}
      </p>
      <RecordTable
        label={t('acts.signing.caption', { name: text(round.name) })}
        records={round.signers}
        idOf={({ taskId }) => taskId}
        columns={[
          {
            heading: t('acts.signing.signer'),
            cell: ({ office, person }) => [text(office), text(person)].filter(Boolean).join(' · '),
          },
          {
            heading: t('acts.signing.state'),
            cell: ({ status }) => {
              const shape = SHAPES[status];
              return (
                <>
                  {shape !== undefined && <MarkShape shape={shape} />} {t(`acts.signing.status.${status}`)}
                </>
              );
            },
          },
          { heading: t('acts.signing.opinion'), cell: ({ opinion }) => opinion ?? '' },
          { heading: t('acts.signing.at'), cell: ({ at }) => (at === undefined ? '' : dateTime(at)) },
        ]}
      />
    </section>
  ));
}
