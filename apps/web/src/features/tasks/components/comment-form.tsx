import type { TaskRow } from '@lianban/contracts';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useComment } from '../api/task-queries.js';

export function CommentForm({ task }: { readonly task: Pick<TaskRow, 'id' | 'caseId'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const comment = useComment(task);
  const [body, setBody] = useState('');
  const send = (): void =>
    comment.mutate(body.trim(), {
      onSuccess: () => {
        setBody('');
        void message.success(t('tasks.comment.done'));
      },
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '' && !comment.isPending) send();
      }}
    >
      <Input.TextArea
        value={body}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={t('tasks.comment.label')}
        placeholder={t('tasks.comment.placeholder')}
        onChange={({ target }) => setBody(target.value)}
      />
      {comment.error !== null && <ProblemAlert error={comment.error} />}
      <div>
        <Button htmlType="submit" disabled={body.trim() === ''} loading={comment.isPending}>
          {t('tasks.comment.add')}
        </Button>
      </div>
    </form>
  );
}
