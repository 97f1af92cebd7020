import type { HandedOver } from '@lianban/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ActModal } from '../../../ui/act-modal.js';
import { WordsField } from '../../../ui/words-field.js';
import { useSendBack } from '../api/team.js';

interface SendBackDialogProps {
  readonly handover: Pick<HandedOver, 'id' | 'from'>;
  readonly subject: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** 退件 */
export function SendBackDialog({ handover, subject, onClose, onDone }: SendBackDialogProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <ActModal
      name={t('acts.sendBack.name')}
      subject={subject}
      request={said === '' ? undefined : { reason: said }}
      act={useSendBack(handover.id)}
      onClose={onClose}
      onDone={onDone}
    >
      {(isChecked) => (
        <>
          <p>{t('acts.sendBack.lead', { from: text(handover.from) })}</p>
          <WordsField
            label={t('acts.reason')}
            value={reason}
            onChange={setReason}
            missing={isChecked && t('acts.reasonNeeded')}
          />
        </>
      )}
    </ActModal>
  );
}
