import type { CaseDetail, CaseTokens } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SuspensionNotice } from '../../acts/components/suspension.js';
import { useCase } from '../../cases/api/case-queries.js';
import { ProcessDiagram } from '../../diagram/process-diagram.js';
import { MigrateDialog } from '../../migrations/components/migrate-dialog.js';
import { useTokens } from '../api/operations.js';
import { DataDialog } from '../components/data-dialog.js';
import { PlaceDialog } from '../components/place-dialog.js';
import { TokenList } from '../components/token-list.js';

type Asked = 'insert' | 'data' | 'migrate';

/** Where a case stands, to the last token, and what an administrator may do about it. */
export default function CaseOperationsPage() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const file = useCase(caseId);
  const tokens = useTokens(caseId);
  const error = file.error ?? tokens.error;
  if (file.data !== undefined && tokens.data !== undefined) {
    return <Operations file={file.data} tokens={tokens.data} />;
  }
  return (
    <Page title={t('operations.title')} lead={<Link to={`/cases/${caseId}`}>{t('operations.back')}</Link>}>
      {error === null ? (
        <Loading rows={10} />
      ) : (
        <ProblemAlert error={error} onRetry={() => void tokens.refetch()} />
      )}
    </Page>
  );
}

function Operations({ file, tokens }: { readonly file: CaseDetail; readonly tokens: CaseTokens }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return (
    <Page
      title={t('operations.titleOf', { title: file.title })}
      lead={<span className="num">{file.caseNo}</span>}
      actions={<Link to={`/cases/${file.id}`}>{t('operations.back')}</Link>}
    >
      <section className="panel stack" aria-label={t('operations.tokens')}>
        <SuspensionNotice file={file} />
        {file.status === 'ended' ? (
          <p className="quiet">{t('operations.ended')}</p>
        ) : (
          <>
            <p className="quiet">{t('operations.lead')}</p>
            <TokenList tokens={tokens} />
            <div className="row">
              <Button onClick={() => setAsked('insert')}>{t('operations.insert.name')}</Button>
              <Button onClick={() => setAsked('data')}>{t('operations.data.name')}</Button>
              <Button onClick={() => setAsked('migrate')}>{t('migrations.name')}</Button>
            </div>
          </>
        )}
      </section>
      <section className="panel" aria-label={t('diagram.label')}>
        <ProcessDiagram definitionId={file.definitionId} current={file.current} passed={file.passed} />
      </section>
      {asked === 'insert' && <PlaceDialog tokens={tokens} onClose={close} />}
      {asked === 'migrate' && <MigrateDialog file={file} onClose={close} />}
      {asked === 'data' && <DataDialog tokens={tokens} onClose={close} />}
    </Page>
  );
}
