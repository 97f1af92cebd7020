import type { HandoverView } from '@lianban/contracts';
import { App, Button, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { useSendBack } from '../api/team.js';

/** What other units handed over and may still be sent back; nothing is shown where there is nothing. */
export function ReceivedHandovers({ handovers }: { readonly handovers: readonly HandoverView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [returning, setReturning] = useState<HandoverView>();
  if (handovers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('team.received.title')}</h2>
      <p className="quiet">{t('team.received.lead')}</p>
      <RecordTable
        label={t('team.received.title')}
        records={handovers}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('team.case'),
            cell: ({ caseId, caseNo, caseTitle, step }) => (
              <>
                <Link to={`/cases/${caseId}`} className="num">
                  {caseNo}
                </Link>{' '}
                {caseTitle}
                <div className="quiet">{text(step)}</div>
              </>
            ),
          },
          { heading: t('team.received.from'), cell: ({ from }) => text(from) },
          { heading: t('team.reason'), cell: ({ reason }) => reason },
          {
            heading: t('team.received.until'),
            cell: ({ returnUntil }) => <span className="num">{dateTime(returnUntil)}</span>,
          },
          {
            heading: t('team.received.act'),
            cell: (handover) => (
              <Button size="small" onClick={() => setReturning(handover)}>
                {t('team.received.sendBack')}
              </Button>
            ),
          },
        ]}
      />
      {returning !== undefined && (
        <SendBackDialog handover={returning} onClose={() => setReturning(undefined)} />
      )}
    </section>
  );
}

/** 退件 */
function SendBackDialog({
  handover,
  onClose,
}: {
  readonly handover: HandoverView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const wordsId = useId();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useSendBack(handover.id);
  const isEmpty = reason.trim() === '';
  const name = t('team.received.sendBack');
  const send = (): void => {
    setChecked(true);
    if (isEmpty || act.isPending) return;
    act.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('acts.done', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={560}
      maskClosable={false}
      title={`${name} · ${text(handover.step)}`}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t('team.received.sendBackLead', { from: text(handover.from) })}</p>
        <Form.Item
          label={t('team.reason')}
          htmlFor={wordsId}
          required
          {...(isChecked && isEmpty
            ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') }
            : {})}
        >
          <Input.TextArea
            id={wordsId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={reason}
            aria-invalid={isChecked && isEmpty}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {act.error !== null && <ProblemAlert error={act.error} />}
      </Form>
    </Modal>
  );
}
