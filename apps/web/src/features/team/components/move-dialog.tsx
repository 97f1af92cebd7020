import type { MoveReport, TaskRow, TeamView } from '@lianban/contracts';
import { Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDirectory } from '../../acts/api/directory.js';
import { useMovePreview, useMoveTasks } from '../api/team.js';
import { MoveRows } from './move-rows.js';

interface MoveDialogProps {
  /** 转派 to a person of the unit, 转办 to an office of another one. */
  readonly kind: 'person' | 'office';
  readonly tasks: readonly TaskRow[];
  readonly team: TeamView;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Where a selection goes and why: what would happen to each is said first, and what happened afterwards. */
export function MoveDialog({ kind, tasks, team, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [whereId, wordsId] = [useId(), useId()];
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [q, setQ] = useState('');
  const [report, setReport] = useState<MoveReport>();
  // The choice is the one with which the dialog was opened, whatever the list does meanwhile.
  const [ids] = useState(() => tasks.map(({ id }) => id));
  const found = useDirectory(kind === 'office' ? q : '');
  const preview = useMovePreview(to === undefined ? undefined : { tasks: ids, to: { kind, id: to } });
  const move = useMoveTasks();
  const name = t(kind === 'person' ? 'team.transfer.name' : 'team.handOver.name');
  const options =
    kind === 'person'
      ? team.members.map((member) => ({
          value: member.id,
          label: t('team.transfer.option', { name: text(member.name), count: member.open }),
        }))
      : (found.data ?? [])
          .filter((entry) => entry.kind === 'office' && !team.offices.some(({ id }) => id === entry.id))
          .map((entry) => ({ value: entry.id, label: text(entry.name) }));
  const shown = report ?? preview.data;
  const possible = preview.data?.rows.filter(({ refused }) => refused === undefined).length ?? 0;
  const lacks = { where: to === undefined, words: reason.trim() === '' };
  const send = (): void => {
    setChecked(true);
    if (to === undefined || lacks.words || possible === 0 || move.isPending) return;
    move.mutate(
      { tasks: ids, to: { kind, id: to }, reason: reason.trim() },
      {
        onSuccess: (done) => {
          setReport(done);
          onMoved();
        },
      },
    );
  };
  return (
    <Modal
      open
      centered
      width={640}
      maskClosable={false}
      title={t('team.moveTitle', { name, count: ids.length })}
      okText={report === undefined ? t('team.moveOk', { name, count: possible }) : t('team.close')}
      cancelText={t('app.cancel')}
      {...(report === undefined ? {} : { cancelButtonProps: { style: { display: 'none' } } })}
      okButtonProps={{ disabled: report === undefined && to !== undefined && possible === 0 }}
      confirmLoading={move.isPending}
      onOk={report === undefined ? send : onClose}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        {report === undefined && (
          <>
            <p>{t(kind === 'person' ? 'team.transfer.lead' : 'team.handOver.lead')}</p>
            <Form.Item
              label={t(kind === 'person' ? 'team.transfer.to' : 'team.handOver.to')}
              htmlFor={whereId}
              required
              {...(isChecked && lacks.where
                ? { validateStatus: 'error' as const, help: t('team.whereNeeded') }
                : {})}
            >
              <Select
                id={whereId}
                value={to ?? null}
                onChange={(next: string) => setTo(next)}
                showSearch={
                  kind === 'person' ? { optionFilterProp: 'label' } : { filterOption: false, onSearch: setQ }
                }
                options={options}
              />
            </Form.Item>
            <Form.Item
              label={t('team.reason')}
              htmlFor={wordsId}
              required
              {...(isChecked && lacks.words
                ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') }
                : {})}
            >
              <Input.TextArea
                id={wordsId}
                maxLength={2000}
                autoSize={{ minRows: 2, maxRows: 5 }}
                value={reason}
                aria-invalid={isChecked && lacks.words}
                onChange={({ target }) => setReason(target.value)}
              />
            </Form.Item>
          </>
        )}
        {(move.error ?? preview.error) !== null && <ProblemAlert error={move.error ?? preview.error} />}
        {shown !== undefined && (
          <div role="status">
            <MoveRows report={shown} isDone={report !== undefined} name={name} />
            {shown.returnUntil !== undefined && (
              <p className="quiet">
                {t('team.handOver.returnUntil', { until: dateTime(shown.returnUntil) })}
              </p>
            )}
          </div>
        )}
      </Form>
    </Modal>
  );
}
