import type { EmergencyProgress, EmergencyView } from '@lianban/contracts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { LiftDialog } from './lift-dialog.js';

const COLOURS = { planned: 'blue', 'in-force': 'red', over: 'default' } as const;

/** Every emergency with its span, its papers and how far its clocks have been stopped or let run again. */
export function EmergencyList({ items }: { readonly items: readonly EmergencyView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [lifting, setLifting] = useState<EmergencyView>();
  return (
    <>
      <RecordTable
        label={t('emergencies.list')}
        records={items}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('emergencies.column.state'),
            cell: ({ state }) => <Tag color={COLOURS[state]}>{t(`emergencies.state.${state}`)}</Tag>,
          },
          {
            heading: t('emergencies.column.places'),
            cell: ({ places }) => places.map(({ name }) => text(name)).join(t('emergencies.and')),
          },
          {
            heading: t('emergencies.column.span'),
            cell: ({ from, to }) => (
              <span className="num">
                {dateTime(from)} – {to === undefined ? t('emergencies.open') : dateTime(to)}
              </span>
            ),
          },
          {
            heading: t('emergencies.column.papers'),
            cell: ({ document, reason, enteredBy, liftedBy, liftReason }) => (
              <>
                <div>
                  <b>{document}</b> {reason} <span className="quiet">{enteredBy}</span>
                </div>
                {liftedBy !== undefined && (
                  <div className="quiet">
                    {t('emergencies.liftedBy', { name: liftedBy, reason: liftReason ?? '' })}
                  </div>
                )}
              </>
            ),
          },
          {
            heading: t('emergencies.column.clocks'),
            cell: ({ stopping, lifting: letRun }) => (
              <>
                <Progress of={stopping} act="stopping" />
                {letRun !== undefined && <Progress of={letRun} act="lifting" />}
              </>
            ),
          },
          {
            heading: t('emergencies.column.act'),
            cell: (emergency) =>
              emergency.mayLift ? (
                <Button
                  aria-label={`${t('emergencies.lift')} ${emergency.document}`}
                  onClick={() => setLifting(emergency)}
                >
                  {t('emergencies.lift')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {lifting && <LiftDialog of={lifting} onClose={() => setLifting(undefined)} />}
    </>
  );
}

function Progress({ of, act }: { readonly of: EmergencyProgress; readonly act: 'stopping' | 'lifting' }) {
  const { t } = useTranslation();
  const { state, looked, total, changed, failed } = of;
  if (state === 'waiting') return <div className="quiet">{t(`emergencies.${act}.waiting`)}</div>;
  return (
    <div className="num">
      {t(`emergencies.${act}.changed`, { count: changed })}
      {(state === 'running' || state === 'paused') &&
        ` ${t('emergencies.running', { looked, total: total ?? '…' })}`}
      {failed > 0 && <b> {t('emergencies.failed', { count: failed })}</b>}
    </div>
  );
}
