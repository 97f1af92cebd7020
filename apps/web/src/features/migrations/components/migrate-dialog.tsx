import type { CaseDetail, MigrationReport } from '@lianban/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SeenActDialog } from '../../acts/components/seen-act-dialog.js';
import { ReportView } from './report-view.js';
import { StepMapping, type Unmapped, withFound } from './step-mapping.js';
import { VersionSelect } from './version-select.js';

/** One case to another version: what it would meet is shown first, and what lacks a counterpart is given one. */
export function MigrateDialog({
  file,
  onClose,
}: {
  readonly file: CaseDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [definitionId, setDefinition] = useState<string>();
  const [unmapped, setUnmapped] = useState<readonly Unmapped[]>([]);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  return (
    <SeenActDialog<MigrationReport>
      name={t('migrations.name')}
      subject={file.caseNo}
      lead={t('migrations.lead')}
      path={`/cases/${file.id}/migration`}
      caseId={file.id}
      body={definitionId === undefined ? undefined : { definitionId, mapping }}
      tell={(report) => <ReportView report={report} />}
      allows={({ problems }) => problems.length === 0}
      onSeen={({ problems }) => setUnmapped((known) => withFound(known, problems))}
      onClose={onClose}
    >
      {(isChecked) => (
        <>
          <VersionSelect
            from={file.definitionId}
            value={definitionId}
            isMissing={isChecked && definitionId === undefined}
            onChange={(next) => {
              setDefinition(next);
              setUnmapped([]);
              setMapping({});
            }}
          />
          {definitionId !== undefined && (
            <StepMapping
              from={file.definitionId}
              to={definitionId}
              steps={unmapped}
              mapping={mapping}
              onChange={setMapping}
            />
          )}
        </>
      )}
    </SeenActDialog>
  );
}
