import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useTemplates } from '../api/templates.js';
import { TemplateEditor } from '../components/template-editor.js';

export default function TemplatePage() {
  const { t } = useTranslation();
  const { kind } = useParams();
  const { data, error, refetch } = useTemplates();
  const template = data?.find((one) => one.kind === kind);
  return (
    <Page
      title={template === undefined ? t('templates.title') : t(`templates.of.${template.kind}`)}
      lead={t('templates.editLead')}
      actions={<Link to="/templates">{t('templates.back')}</Link>}
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={10} />}
      {data !== undefined && template === undefined && (
        <section className="panel">
          <Blank title={t('templates.unknown')}>
            <Link to="/templates">{t('templates.back')}</Link>
          </Blank>
        </section>
      )}
      {template !== undefined && (
        <TemplateEditor key={`${template.kind} ${template.version}`} template={template} />
      )}
    </Page>
  );
}
