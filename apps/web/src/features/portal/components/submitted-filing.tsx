import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { usePortalForm, type FilingForm } from '../api/portal.js';
import { answersOf } from '../answers.js';
import { materialsIn, sizeText } from '../materials.js';
import { useMaterialName } from './use-material-name.js';

/** What was handed in, in the words of the form, with its uploads. */
export function SubmittedFiling({ form }: { readonly form: FilingForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useMaterialName();
  const { data: schema } = usePortalForm('file');
  return (
    <>
      <dl className="portal-facts">
        {answersOf(schema?.[language], form).map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{typeof value === 'boolean' ? t(value ? 'portal.yes' : 'portal.no') : value}</dd>
          </div>
        ))}
      </dl>
      <ul className="papers">
        {materialsIn(form).map(({ kind, fileId, name, size }) => (
          <li key={fileId}>
            <span>
              {nameOf(kind)}
              <span className="quiet">
                <a href={`/api/files/${fileId}`}>{name}</a> {sizeText(size)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
