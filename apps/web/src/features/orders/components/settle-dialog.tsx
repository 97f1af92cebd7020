import type { AgendaItemView } from '@lianban/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActModal } from '../../../ui/act-modal.js';
import { WordsField } from '../../../ui/words-field.js';
import { useSettleAgendaItem } from '../api/orders.js';

const ROWS = { minRows: 3, maxRows: 8 };

interface SettleDialogProps {
  readonly item: AgendaItemView;
  readonly onClose: () => void;
}

/** What the meeting resolved. */
export function SettleDialog({ item, onClose }: SettleDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const resolution = words.trim();
  return (
    <ActModal
      name={t('orders.agenda.settle')}
      subject={item.case.no}
      request={resolution === '' ? undefined : { resolution }}
      act={useSettleAgendaItem(item.id)}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
          <p>{item.subject}</p>
          <p>{t('orders.agenda.consequence')}</p>
          <WordsField
            label={t('orders.agenda.resolution')}
            rows={ROWS}
            value={words}
            onChange={setWords}
            missing={isChecked && t('orders.needed')}
          />
        </>
      )}
    </ActModal>
  );
}
