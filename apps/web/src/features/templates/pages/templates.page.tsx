import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { useTemplates } from '../api/templates.js';

/** 文书模板: the words of every legal document, in the version in force. */
export default function TemplatesPage() {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const { data, error, refetch } = useTemplates();
  return (
    <Page title={t('templates.title')} lead={t('templates.lead')}>
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading rows={7} />}
        {data !== undefined && (
          <RecordTable
            label={t('templates.title')}
            records={data}
            idOf={({ kind }) => kind}
            columns={[
              {
                heading: t('templates.kind'),
                cell: ({ kind }) => <Link to={`/templates/${kind}`}>{t(`templates.of.${kind}`)}</Link>,
              },
              { heading: t('templates.article'), cell: ({ article }) => article },
              {
                heading: t('templates.version'),
                className: 'nowrap',
                cell: ({ version, publishedAt }) =>
                  publishedAt === undefined
                    ? t('templates.fromPack', { version })
                    : t('templates.publishedAt', { version, at: dateTime(publishedAt) }),
              },
            ]}
          />
        )}
      </section>
    </Page>
  );
}
