import type { CalendarVersionView } from '@lianban/contracts';
import { Alert, App, Button, Form, Input, Modal, Progress } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type LayerKey, useImpact, useOrder } from '../api/calendars.js';
import { ImpactReport } from './impact-report.js';

interface PublishPanelProps {
  readonly layer: LayerKey;
  readonly draft: CalendarVersionView;
  /** What is on the screen is not what is saved. */
  readonly isDirty: boolean;
}

/** A saved draft: what it would move, and then to publish it. Nobody publishes what nobody has looked at. */
export function PublishPanel({ layer, draft, isDirty }: PublishPanelProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const look = useOrder(layer, draft.version, 'preview');
  const impact = useImpact(draft.preview);
  const pages = impact.data?.pages ?? [];
  const operation = pages[0]?.operation;
  const isCurrent = operation?.parameters['revision'] === draft.revision;
  const isThrough = operation?.state === 'done' && isCurrent;
  return (
    <section className="panel stack" aria-labelledby="calendar-impact">
      <h2 id="calendar-impact">{t('calendars.impact.title')}</h2>
      <p className="quiet">{t(isDirty ? 'calendars.draft.unsaved' : 'calendars.impact.lead')}</p>
      <div className="row">
        <Button
          type={isThrough ? 'default' : 'primary'}
          disabled={isDirty}
          loading={look.isPending}
          onClick={() => look.mutate({ revision: draft.revision })}
        >
          {t(isThrough ? 'calendars.impact.again' : 'calendars.impact.look')}
        </Button>
        <Button type="primary" disabled={isDirty || !isThrough} onClick={() => setAsking(true)}>
          {t('calendars.impact.publish')}
        </Button>
      </div>
      {(look.error ?? impact.error) !== null && <ProblemAlert error={look.error ?? impact.error} />}
      <div role="status" aria-live="polite">
        {operation !== undefined && operation.state !== 'done' && (
          <Counting looked={operation.looked} total={operation.total} />
        )}
      </div>
      {operation !== undefined && !isCurrent && (
        <Alert type="warning" showIcon title={t('calendars.impact.stale')} />
      )}
      {isThrough && (
        <ImpactReport
          pages={pages}
          heading={t('calendars.impact.rows')}
          onMore={impact.hasNextPage ? () => void impact.fetchNextPage() : undefined}
          isLoadingMore={impact.isFetchingNextPage}
        />
      )}
      {isAsking && <PublishDialog layer={layer} draft={draft} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Counting({ looked, total }: { readonly looked: number; readonly total: number | undefined }) {
  const { t } = useTranslation();
  if (total === undefined) return <p>{t('calendars.impact.counting')}</p>;
  return (
    <>
      <p className="num">{t('calendars.impact.running', { looked, total })}</p>
      <Progress percent={total === 0 ? 100 : Math.floor((looked / total) * 100)} />
    </>
  );
}

interface PublishDialogProps {
  readonly layer: LayerKey;
  readonly draft: CalendarVersionView;
  readonly onClose: () => void;
}

function PublishDialog({ layer, draft, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const publish = useOrder(layer, draft.version, 'publish');
  const lacksReason = isChecked && reason.trim() === '';
  const submit = (): void => {
    setChecked(true);
    if (reason.trim() === '') return;
    publish.mutate(
      { revision: draft.revision, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('calendars.impact.published'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      maskClosable={false}
      title={t('calendars.impact.publishTitle', { version: draft.version })}
      okText={t('calendars.impact.publish')}
      cancelText={t('app.cancel')}
      confirmLoading={publish.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t('calendars.impact.publishLead', { date: draft.effectiveFrom })}</p>
        <Form.Item
          label={t('calendars.impact.reason')}
          htmlFor={reasonId}
          required
          extra={t('calendars.impact.reasonHint')}
          {...(lacksReason
            ? { validateStatus: 'error' as const, help: t('calendars.impact.reasonNeeded') }
            : {})}
        >
          <Input.TextArea
            id={reasonId}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            aria-invalid={lacksReason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {publish.error !== null && <ProblemAlert error={publish.error} />}
      </Form>
    </Modal>
  );
}
