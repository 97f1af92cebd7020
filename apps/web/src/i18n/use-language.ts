import type { Text2 } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import type { Language } from './language.js';

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');

/** Picks the reader's language of a text that comes from the server in both. */
export function useText2(): (text: Text2 | undefined) => string {
  const language = useLanguage();
  return (text) => text?.[language] ?? '';
}
