import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../../app/problem.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useLedger } from '../api/institutions.js';
import { LedgerVerdicts } from '../components/ledger-verdicts.js';
import { ledgerRefusal } from '../ledger-file.js';
import '../components/registry.css';

/** First a dry run, which judges each row and writes nothing; then, and only if wanted, the import. */
export default function LedgerPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const check = useLedger(true);
  const register = useLedger(false);
  const [file, setFile] = useState<File>();
  const [refusal, setRefusal] = useState<string>();
  const report = register.data ?? check.data;
  const error = register.error ?? check.error;
  const isBusy = check.isPending || register.isPending;

  const take = (picked: File | undefined): void => {
    if (picked === undefined || isBusy) return;
    register.reset();
    check.reset();
    const reason = ledgerRefusal(picked);
    setRefusal(reason && t(`registry.ledger.${reason}`, { name: picked.name }));
    setFile(picked);
    if (reason === undefined) check.mutate(picked);
  };

  const missingColumns = (problem: Error): readonly string[] =>
    isProblem(problem, 'REGISTRY.LEDGER_UNREADABLE')
      ? problem.errors.map(({ path }) =>
          t('registry.ledger.column', { name: t(`registry.form.${path}`, path ?? '') }),
        )
      : [];

  const ask = (count: number): void => {
    if (file === undefined) return;
    modal.confirm({
      title: t('registry.ledger.confirm', { count }),
      content: t('registry.ledger.confirmText'),
      okText: t('registry.ledger.import', { count }),
      cancelText: t('app.cancel'),
      onOk: () => register.mutateAsync(file).catch(() => undefined),
    });
  };

  return (
    <Page
      title={t('registry.ledger.title')}
      lead={
        <>
          <Link to="/registry">{t('registry.back')}</Link> · {t('registry.ledger.lead')}
        </>
      }
      actions={
        <Button icon={<DownloadOutlined />} href="/api/registry/ledger-template.csv" download>
          {t('registry.ledger.template')}
        </Button>
      }
    >
      <section className="panel">
        <FileDrop
          title={t(file === undefined ? 'registry.ledger.pick' : 'registry.ledger.another')}
          hint={t('registry.ledger.pickHint')}
          accept=".csv,.xlsx"
          onFiles={([picked]) => take(picked)}
        />
        {refusal !== undefined && (
          <p className="ledger-refusal" role="alert">
            {refusal}
          </p>
        )}
        {isBusy && (
          <p className="row ledger-busy" role="status">
            <Spin size="small" />
            {t(register.isPending ? 'registry.ledger.importing' : 'registry.ledger.checking', {
              name: file?.name,
            })}
          </p>
        )}
      </section>
      {error !== null && (
        <ProblemAlert error={error} items={missingColumns(error)} onRetry={() => take(file)} />
      )}
      {report !== undefined && !isBusy && (
        <section className="panel" aria-labelledby="ledger-report">
          <Report
            isDryRun={register.data === undefined}
            name={file?.name ?? ''}
            registered={report.registered}
            refused={report.refused}
            known={report.verdicts.length - report.registered - report.refused}
            onImport={() => ask(report.registered)}
          />
          <LedgerVerdicts verdicts={report.verdicts} isDryRun={register.data === undefined} />
        </section>
      )}
    </Page>
  );
}

interface ReportProps {
  readonly isDryRun: boolean;
  readonly name: string;
  readonly registered: number;
  readonly known: number;
  readonly refused: number;
  readonly onImport: () => void;
}

function Report({ isDryRun, name, registered, known, refused, onImport }: ReportProps) {
  const { t } = useTranslation();
  const words = [
    `${registered} ${t(isDryRun ? 'registry.ledger.toRegister' : 'registry.ledger.registered')}`,
    `${known} ${t('registry.ledger.known')}`,
    `${refused} ${t('registry.ledger.refused')}`,
  ];
  return (
    <div className="ledger-report">
      <h2 id="ledger-report">
        {t(isDryRun ? 'registry.ledger.checked' : 'registry.ledger.imported')}
        <span className="quiet"> · {name}</span>
      </h2>
      <p role="status">{words.join(' · ')}</p>
      {isDryRun && registered === 0 && (
        <p>{t(refused > 0 ? 'registry.ledger.nothing' : 'registry.ledger.nothingNew')}</p>
      )}
      {isDryRun && registered > 0 && (
        <>
          {refused > 0 && <p className="quiet">{t('registry.ledger.partly', { count: refused })}</p>}
          <Button type="primary" onClick={onImport}>
            {t('registry.ledger.import', { count: registered })}
          </Button>
        </>
      )}
      {!isDryRun && <Link to="/registry">{t('registry.ledger.seeList')}</Link>}
    </div>
  );
}
