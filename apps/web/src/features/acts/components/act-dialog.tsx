import type { CasePreview } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Consequences } from './consequences.js';
import { type ActDialogProps, SeenActDialog } from './seen-act-dialog.js';

/** An act whose preview is what it does to tasks, clocks, documents and timers. */
export function ActDialog(props: ActDialogProps) {
  const { t } = useTranslation();
  return (
    <SeenActDialog<CasePreview>
      {...props}
      tell={(would) => (
        <>
          <b>{t('acts.would', { name: props.name })}</b>
          <Consequences of={would} />
        </>
      )}
    />
  );
}
