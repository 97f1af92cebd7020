import type { InstitutionRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';

export function RegistrationFacts({ of }: { readonly of: InstitutionRow }) {
  const { t, i18n } = useTranslation();
  const { date } = useDates();
  const authority = `portal.authority.${of.registrationAuthority}`;
  const facts = {
    uscc: of.uscc,
    registrationAuthority: i18n.exists(authority) ? t(authority) : of.registrationAuthority,
    legalRepresentative: of.legalRepresentative,
    address: of.address,
    businessScope: of.businessScope,
    certificateNo: of.certificateNo,
    registeredAt: date(of.registeredAt),
  };
  return (
    <dl className="portal-facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}>
          <dt>{t(`portal.fact.${name}`)}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
