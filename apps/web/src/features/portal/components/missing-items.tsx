import type { PortalView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

export function MissingItems({ missing }: { readonly missing: PortalView['missing'] }) {
  const { t } = useTranslation();
  const text = useText2();
  const reason = missing.find((item) => item.reason !== undefined)?.reason;
  return (
    <section className="panel" aria-labelledby="portal-missing">
      <h2 id="portal-missing">{t('portal.missing')}</h2>
      <ul className="missing">
        {missing.map(({ item, name }) => (
          <li key={item}>{text(name)}</li>
        ))}
      </ul>
      {reason !== undefined && <p>{t('portal.reason', { reason })}</p>}
    </section>
  );
}
