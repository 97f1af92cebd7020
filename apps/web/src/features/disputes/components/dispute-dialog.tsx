import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '../../../ui/act-modal.js';
import { WordsField } from '../../../ui/words-field.js';
import { useDisputeAct } from '../api/disputes.js';

interface DisputeDialogProps {
  readonly name: string;
  readonly subject: string;
  /** What it will do; said before anything is sent. */
  readonly consequence: string;
  readonly path: string;
  /** The office chosen so far. */
  readonly office: string | undefined;
  /** What the words are kept as: reason of who raises it, decision of who designates. */
  readonly words: 'reason' | 'decision';
  readonly children: (isChecked: boolean) => ReactNode;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** An office and words, for both acts on a dispute. */
export function DisputeDialog(props: DisputeDialogProps) {
  const { name, subject, consequence, path, office, words, children, onClose, onDone } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const isWhole = office !== undefined && said.trim() !== '';
  return (
    <ActModal
      name={name}
      subject={subject}
      request={isWhole ? { office, [words]: said.trim() } : undefined}
      act={useDisputeAct(path)}
      onClose={onClose}
      onDone={onDone}
    >
      {(isChecked) => (
        <>
          <p>{consequence}</p>
          {children(isChecked)}
          <WordsField
            label={t(`acts.dispute.${words}`)}
            hint={t('acts.reasonHint')}
            value={said}
            onChange={setSaid}
            missing={isChecked && t('acts.reasonNeeded')}
          />
        </>
      )}
    </ActModal>
  );
}
