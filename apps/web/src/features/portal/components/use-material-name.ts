import { useTranslation } from 'react-i18next';

/** A kind of a pack we have no word for is shown as it is. */
export function useMaterialName(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => {
    const key = `portal.materialName.${kind}`;
    return i18n.exists(key) ? t(key) : kind;
  };
}
