import { useTranslation } from 'react-i18next';

/** Lists carry an outcome's code only; a code of a pack we have no word for is shown as it is. */
export function useOutcomeName(): (code: string | undefined) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    if (code === undefined) return '';
    const key = `outcomes.${code}`;
    return i18n.exists(key) ? t(key) : code;
  };
}

export function useDistrictName(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `districts.${code}`;
    return i18n.exists(key) ? t(key) : code;
  };
}
