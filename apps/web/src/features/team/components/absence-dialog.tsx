import type { TeamMember } from '@lianban/contracts';
import { App, Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRecordAbsence } from '../api/team.js';

interface AbsenceDialogProps {
  readonly members: readonly TeamMember[];
  /** Whose absence, where that was chosen already. */
  readonly of: TeamMember | undefined;
  readonly onClose: () => void;
}

/** Offices are in China: what is typed is local time there. */
const instantOf = (local: string): string => `${local}:00+08:00`;

/** Who is away from when to when, and who stands in (代办, AB岗). */
export function AbsenceDialog({ members, of, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const key = useId();
  const [person, setPerson] = useState(of?.id);
  const [standIn, setStandIn] = useState<string>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const record = useRecordAbsence();
  const faults = {
    person: person === undefined,
    standIn: standIn === undefined || standIn === person,
    from: from === '',
    to: to === '' || to <= from,
    reason: reason.trim() === '',
  };
  const fault = (field: keyof typeof faults) =>
    isChecked && faults[field]
      ? { validateStatus: 'error' as const, help: t(`team.absence.fault.${field}`) }
      : {};
  const send = (): void => {
    setChecked(true);
    if (person === undefined || standIn === undefined || record.isPending) return;
    if (Object.values(faults).includes(true)) return;
    record.mutate(
      { person, standIn, from: instantOf(from), to: instantOf(to), reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('team.absence.recorded'));
          onClose();
        },
      },
    );
  };
  const people = members.map(({ id, name }) => ({ value: id, label: text(name) }));
  return (
    <Modal
      open
      centered
      width={560}
      maskClosable={false}
      title={t('team.absence.record')}
      okText={t('team.absence.record')}
      cancelText={t('app.cancel')}
      confirmLoading={record.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t('team.absence.lead')}</p>
        <div className="team-period">
          <Form.Item label={t('team.absence.person')} htmlFor={`${key}p`} required {...fault('person')}>
            <Select
              id={`${key}p`}
              value={person ?? null}
              onChange={(id: string) => setPerson(id)}
              options={people}
            />
          </Form.Item>
          <Form.Item label={t('team.absence.standIn')} htmlFor={`${key}s`} required {...fault('standIn')}>
            <Select
              id={`${key}s`}
              value={standIn ?? null}
              onChange={(id: string) => setStandIn(id)}
              options={people.filter(({ value }) => value !== person)}
            />
          </Form.Item>
          <Form.Item label={t('team.absence.from')} htmlFor={`${key}f`} required {...fault('from')}>
            <Input
              id={`${key}f`}
              type="datetime-local"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          </Form.Item>
          <Form.Item label={t('team.absence.to')} htmlFor={`${key}t`} required {...fault('to')}>
            <Input
              id={`${key}t`}
              type="datetime-local"
              value={to}
              min={from}
              onChange={({ target }) => setTo(target.value)}
            />
          </Form.Item>
        </div>
        <Form.Item label={t('team.absence.reason')} htmlFor={`${key}r`} required {...fault('reason')}>
          <Input
            id={`${key}r`}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {record.error !== null && <ProblemAlert error={record.error} />}
      </Form>
    </Modal>
  );
}
