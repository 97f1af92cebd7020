import type { Text2 } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

/** Who did it, and for whom where they stood in for somebody (代办). */
export function useDoneBy(): (by: Text2, onBehalfOf: Text2 | undefined) => string {
  const { t } = useTranslation();
  const text = useText2();
  return (by, onBehalfOf) =>
    onBehalfOf === undefined ? text(by) : t('cases.doneFor', { by: text(by), absent: text(onBehalfOf) });
}
