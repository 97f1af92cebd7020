import type { ClockView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

/** What a clock rests on in words, or its code where nobody has written any. */
export function useBasisText(): (clock: Pick<ClockView, 'basis' | 'basisText'>) => string {
  const { t, i18n } = useTranslation();
  const text = useText2();
  return ({ basis, basisText }) => {
    const key = `cases.clocks.bases.${basis}`;
    return text(basisText) || (i18n.exists(key) ? t(key) : basis);
  };
}
