import type { CaseDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { factsOf, materialsOf, type Fact } from './case-facts.js';

/** What is known of the institution, what it handed in, and what was issued to it. */
export function Materials({ file }: { readonly file: CaseDetail }) {
  const { t, i18n } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const materials = materialsOf(file.data);
  const factText = useFactText();
  return (
    <div className="stack">
      <section>
        <h3>{t('cases.materials.facts')}</h3>
        <dl className="facts">
          {factsOf(file.data).map((fact) => (
            <div key={fact.name}>
              <dt>{t(`cases.fact.${fact.name}`)}</dt>
              <dd>{factText(fact)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('cases.materials.issued')}</h3>
        {file.documents.length === 0 ? (
          <p className="quiet">{t('cases.materials.issuedNone')}</p>
        ) : (
          <ul className="files">
            {file.documents.map((document) => (
              <li key={document.id}>
                <span>
                  {document.state === 'ready' ? (
                    <a href={`/api/documents/${document.id}.pdf`} target="_blank" rel="noreferrer">
                      {text(document.title)} <span className="quiet">PDF</span>
                    </a>
                  ) : (
                    <>
                      {text(document.title)} <span className="quiet">{t('cases.materials.rendering')}</span>
                    </>
                  )}
                </span>
                <span className="quiet num">
                  {document.number} · {dateTime(document.issuedAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t('cases.materials.uploaded')}</h3>
        {materials.length === 0 ? (
          <p className="quiet">{t('cases.materials.uploadedNone')}</p>
        ) : (
          <ul className="files">
            {materials.map(({ kind, fileRef }) => (
              <li key={kind}>
                <a href={`/api/files/${fileRef}`}>
                  {i18n.exists(`cases.materials.kind.${kind}`) ? t(`cases.materials.kind.${kind}`) : kind}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function useFactText(): (fact: Fact) => string {
  const { t, i18n } = useTranslation();
  const { dateTime } = useDates();
  return ({ name, value }) => {
    if (typeof value === 'boolean') return t(value ? 'cases.fact.yes' : 'cases.fact.no');
    if (name === 'registeredAt' || name === 'submittedAt') return dateTime(String(value));
    const authority = `cases.authority.${String(value)}`;
    if (name === 'registrationAuthority' && i18n.exists(authority)) return t(authority);
    return String(value);
  };
}
