import type { IncidentView } from '@lianban/contracts';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { isNotice, useResolve, type Resolution } from '../api/incidents.js';
import { readValues } from '../../../ui/read-values.js';

interface ResolveDialogProps {
  readonly incident: IncidentView;
  readonly resolution: Resolution;
  readonly onClose: () => void;
}

/** What will happen, then the note that stays in the case's trail. */
export function ResolveDialog({ incident, resolution, onClose }: ResolveDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const resolve = useResolve(incident.id);
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const [wasTried, setTried] = useState(false);
  const act = isNotice(incident) ? 'dismiss' : resolution;
  const data = resolution === 'answer' ? readValues(typed) : undefined;
  const lacksNote = note.trim() === '';
  const lacksData = resolution === 'answer' && data === undefined;

  const send = (): void => {
    setTried(true);
    if (lacksNote || lacksData) return;
    resolve.mutate(
      { resolution, note: note.trim(), ...(data === undefined ? {} : { data }) },
      {
        onSuccess: () => {
          void message.success(t(`incidents.done.${act}`));
          onClose();
        },
      },
    );
  };
  const fault = (is: boolean, help: string) =>
    wasTried && is ? { validateStatus: 'error' as const, help } : {};
  return (
    <Modal
      open
      title={`${t(`incidents.act.${act}`)} · ${text(incident.name)}`}
      okText={t(`incidents.act.${act}`)}
      cancelText={t('app.cancel')}
      confirmLoading={resolve.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t(`incidents.consequence.${act}`)}</p>
        {resolve.error !== null && <ProblemAlert error={resolve.error} />}
        {resolution === 'answer' && (
          <Form.Item
            label={t('incidents.data')}
            htmlFor="incident-data"
            extra={t('incidents.dataHint')}
            {...fault(lacksData, t('incidents.dataInvalid'))}
          >
            <Input.TextArea
              id="incident-data"
              className="incident-data"
              autoSize={{ minRows: 3, maxRows: 10 }}
              placeholder={'publishedUrl: https://…'}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </Form.Item>
        )}
        <Form.Item
          label={t('incidents.note')}
          htmlFor="incident-note"
          required
          {...fault(lacksNote, t('incidents.noteNeeded'))}
        >
          <Input.TextArea
            id="incident-note"
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
