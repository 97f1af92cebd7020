import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { formsInOneLanguage, type PackFiles } from '../pack-files.js';

/** What was found in the files that were picked, and what is still missing. */
export function FoundFiles({ files }: { readonly files: PackFiles }) {
  const { t } = useTranslation();
  const forms = Object.keys(files.forms);
  const decisions = Object.keys(files.decisions);
  const halves = formsInOneLanguage(files.forms);
  const comma = t('definitions.listComma');
  return (
    <ul className="found-files">
      <li>
        {files.process === undefined ? <MinusCircleOutlined /> : <CheckCircleOutlined className="is-found" />}
        {files.process === undefined
          ? t('definitions.noProcessYet')
          : t('definitions.foundProcess', { name: files.process.fileName })}
      </li>
      <li>
        {files.manifest === undefined ? (
          <MinusCircleOutlined />
        ) : (
          <CheckCircleOutlined className="is-found" />
        )}
        {t(files.manifest === undefined ? 'definitions.noManifest' : 'definitions.foundManifest')}
      </li>
      <li>
        {forms.length === 0 ? <MinusCircleOutlined /> : <CheckCircleOutlined className="is-found" />}
        {forms.length === 0
          ? t('definitions.noForms')
          : t('definitions.foundForms', { count: forms.length, names: forms.join(comma) })}
      </li>
      {decisions.length > 0 && (
        <li>
          <CheckCircleOutlined className="is-found" />
          {t('definitions.foundDecisions', { count: decisions.length, names: decisions.join(comma) })}
        </li>
      )}
      {halves.length > 0 && (
        <li className="is-doubtful">
          <ExclamationCircleOutlined />
          {t('definitions.oneLanguage', { names: halves.join(comma) })}
        </li>
      )}
      {files.unusable.length > 0 && (
        <li className="is-doubtful">
          <ExclamationCircleOutlined />
          {t('definitions.unusable', { names: files.unusable.join(comma) })}
        </li>
      )}
    </ul>
  );
}
