import type { WorkFactView } from '@lianban/contracts';
import { Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActModal } from '../../../ui/act-modal.js';
import { WordsField } from '../../../ui/words-field.js';
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
  const [words, setWords] = useState('');
  const [conclusion, setConclusion] = useState<string>();
  const choices = CHOICES[judging];
  const lacksChoice = choices.length > 0 && conclusion === undefined;
  const isWhole = !lacksChoice && words.trim() !== '';
  return (
    <ActModal
      name={t(`scorecards.judge.${judging}`)}
      subject={text(fact.step)}
      request={
        isWhole
          ? { [WORDS[judging]]: words.trim(), ...(conclusion === undefined ? {} : { conclusion }) }
          : undefined
      }
      act={useJudgeFact(`/scorecards/facts/${fact.id}/${judging}`)}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
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
          <WordsField
            label={t('acts.reason')}
            hint={t('scorecards.judge.hint')}
            value={words}
            onChange={setWords}
            missing={isChecked && t('acts.reasonNeeded')}
          />
        </>
      )}
    </ActModal>
  );
}
