import type { SigningRound } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape, type Shape } from '../../../ui/mark-shape.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import { ActDialog } from './act-dialog.js';
import { AddSignerDialog } from './add-signer-dialog.js';

type Signer = SigningRound['signers'][number];

const SHAPES: Readonly<Partial<Record<Signer['status'], Shape>>> = { agreed: 'done', against: 'overdue' };

interface SigningRoundsProps {
  readonly caseId: string;
  readonly rounds: readonly SigningRound[];
}

/** 会签: who signed what and when, and what is still needed; who leads it adds and removes signers here. */
export function SigningRounds({ caseId, rounds }: SigningRoundsProps) {
  return rounds.map((round) => <Round key={round.activity} caseId={caseId} round={round} />);
}

function Round({ caseId, round }: { readonly caseId: string; readonly round: SigningRound }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [asked, setAsked] = useState<Signer | 'add'>();
  const named = ({ office, person }: Signer): string =>
    [text(office), text(person)].filter(Boolean).join(' · ');
  const open = round.signers.find(({ status }) => status === 'open');
  const mayChange = round.mayChange && open !== undefined;
  const columns: readonly RecordColumn<Signer>[] = [
    { heading: t('acts.signing.signer'), cell: named },
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
  ];
  const act: RecordColumn<Signer> = {
    heading: t('acts.signing.act'),
    cell: (signer) =>
      signer.status === 'open' ? (
        <Button
          size="small"
          aria-label={`${t('acts.removeSigner.name')}: ${named(signer)}`}
          onClick={() => setAsked(signer)}
        >
          {t('acts.removeSigner.name')}
        </Button>
      ) : (
        ''
      ),
  };
  const close = (): void => setAsked(undefined);
  return (
    <section className="stack" aria-label={text(round.name)}>
      <p>
        <b>{text(round.name)}</b> <span className="quiet">{t(`acts.signing.mode.${round.mode}`)}</span>
        {' · '}
        {text(round.summary)}
      </p>
      <RecordTable
        label={t('acts.signing.caption', { name: text(round.name) })}
        records={round.signers}
        idOf={({ taskId }) => taskId}
        columns={mayChange ? [...columns, act] : columns}
      />
      {mayChange && (
        <div className="row">
          <Button size="small" onClick={() => setAsked('add')}>
            {t('acts.addSigner.name')}
          </Button>
        </div>
      )}
      {asked === 'add' && open !== undefined && (
        <AddSignerDialog taskId={open.taskId} caseId={caseId} subject={text(round.name)} onClose={close} />
      )}
      {asked !== undefined && asked !== 'add' && (
        <ActDialog
          name={t('acts.removeSigner.name')}
          subject={named(asked)}
          lead={t('acts.removeSigner.lead')}
          path={`/tasks/${asked.taskId}/remove-signer`}
          caseId={caseId}
          body={{}}
          onClose={close}
        />
      )}
    </section>
  );
}
