import type { WorkFactView } from '@lianban/contracts';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useJudgeFact } from '../api/scorecards.js';

export type Judging = 'objection' | 'answer' | 'conclusion';

const CHOICES = {
  objection: [],
  answer: ['exempt', 'excluded', 'upheld'],
  conclusion: ['exempt', 'excluded'],
} as const;

const WORDS = { objection: 'reason', answer: 'answer', conclusion: 'reason' } as const;

interface JudgeDialogProps {
  readonly fact: WorkFactView;
  readonly judging: Judging;
  readonly onClose: () => void;
}

/** The office objects; whoever keeps the scorecards answers, or concludes by themselves. */
export function JudgeDialog({ fact, judging, onClose }: JudgeDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const wordsId = useId();
  const [words, setWords] = useState('');
  const [conclusion, setConclusion] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const judge = useJudgeFact(`/scorecards/facts/${fact.id}/${judging}`);
  const choices = CHOICES[judging];
  const lacksChoice = choices.length > 0 && conclusion === undefined;
  const lacksWords = words.trim() === '';
  const name = t(`scorecards.judge.${judging}`);
  const send = (): void => {
    setChecked(true);
    if (lacksChoice || lacksWords || judge.isPending) return;
    judge.mutate(
      { [WORDS[judging]]: words.trim(), ...(conclusion === undefined ? {} : { conclusion }) },
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
      title={`${name} · ${text(fact.step)}`}
      okText={t('acts.confirm', { name })}
      cancelText={t('app.cancel')}
      confirmLoading={judge.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className="stack">
        <p>{t(`scorecards.judge.${judging}Lead`)}</p>
        {fact.objection !== undefined && judging === 'answer' && (
          <blockquote className="quiet">{fact.objection.reason}</blockquote>
        )}
        {choices.length > 0 && (
          <Form.Item
            label={t('scorecards.judge.which')}
            required
            {...(isChecked && lacksChoice
              ? { validateStatus: 'error' as const, help: t('scorecards.judge.whichNeeded') }
              : {})}
          >
            <Radio.Group
              aria-label={t('scorecards.judge.which')}
              value={conclusion}
              onChange={({ target }) => setConclusion(String(target.value))}
              options={choices.map((choice) => ({
                value: choice,
                label: t(`scorecards.conclusion.${choice}`),
                disabled: fact.conclusions.some(({ kind }) => kind === choice),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          label={t('acts.reason')}
          htmlFor={wordsId}
          required
          extra={t('scorecards.judge.hint')}
          {...(isChecked && lacksWords
            ? { validateStatus: 'error' as const, help: t('acts.reasonNeeded') }
            : {})}
        >
          <Input.TextArea
            id={wordsId}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={words}
            aria-invalid={isChecked && lacksWords}
            onChange={({ target }) => setWords(target.value)}
          />
        </Form.Item>
        {judge.error !== null && <ProblemAlert error={judge.error} />}
      </Form>
    </Modal>
  );
}
