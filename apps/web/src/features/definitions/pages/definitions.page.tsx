import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDefinitions } from '../api/definitions.js';
import { DefinitionTable } from '../components/definition-table.js';

export default function DefinitionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useDefinitions();
  const publish = (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => void navigate('/processes/publish')}>
      {t('definitions.publish')}
    </Button>
  );
  return (
    <Page title={t('definitions.title')} lead={t('definitions.lead')} actions={publish}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <section className="panel">
          {data.length === 0 ? (
            <Blank title={t('definitions.none')}>{t('definitions.noneNext')}</Blank>
          ) : (
            <DefinitionTable rows={data} />
          )}
        </section>
      )}
    </Page>
  );
}
