import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../../app/problem.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { FileDrop } from '../../../ui/file-drop.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { DiagramView } from '../../diagram/diagram-view.js';
import { readProcess } from '../../diagram/process-xml.js';
import { useDefinitions, usePublish } from '../api/definitions.js';
import { CheckFindings } from '../check/check-findings.js';
import { useCheck } from '../check/use-check.js';
import { FoundFiles } from '../components/found-files.js';
import {
  faultsOf,
  fieldsOf,
  ManifestForm,
  manifestOf,
  type ManifestFields,
} from '../components/manifest-form.js';
import { PublishProblems, type PublishProblem } from '../components/publish-problems.js';
import { SourceLines } from '../components/source-lines.js';
import { addPackFile, formsToPublish, noFiles, type PackFiles } from '../pack-files.js';
import '../publish.css';

export default function PublishPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: rows = [] } = useDefinitions();
  const publish = usePublish();
  const [files, setFiles] = useState<PackFiles>(noFiles);
  const [typed, setTyped] = useState<ManifestFields>();
  const [wasTried, setTried] = useState(false);
  const [selected, setSelected] = useState<PublishProblem>();
  const fields = typed ?? fieldsOf(files.manifest ?? {}, rows[0]?.pack ?? '');
  const xml = files.process?.xml;
  const process = useMemo(
    () => (xml === undefined ? undefined : readProcess(xml, language)),
    [xml, language],
  );
  const check = useCheck(files);
  const faults = faultsOf(fields);
  const current = rows.find(({ key }) => process?.elements.get(key)?.kind === 'process');

  const take = async (picked: readonly File[]): Promise<void> => {
    const texts = await Promise.all(picked.map(async (file) => [file.name, await file.text()] as const));
    const found = texts.reduce((known, [name, text]) => addPackFile(known, name, text), files);
    if (found.manifest !== files.manifest) setTyped(undefined);
    setFiles(found);
    setSelected(undefined);
    publish.reset();
  };
  const send = (): void => {
    setTried(true);
    setSelected(undefined);
    if (xml === undefined || faults.size > 0) return;
    const { decisions } = files;
    publish.mutate({ xml, manifest: manifestOf(fields), forms: formsToPublish(files.forms), decisions });
  };

  const refusal = isProblem(publish.error, 'DEFINITIONS.REFUSED') ? publish.error : undefined;
  return (
    <Page title={t('definitions.publish')} lead={<Link to="/processes">{t('definitions.backToList')}</Link>}>
      <div className="publish">
        <div>
          <section className="panel">
            <h2>{t('definitions.files')}</h2>
            <FileDrop
              title={t('definitions.pickFiles')}
              hint={t('definitions.pickFilesHint')}
              accept=".bpmn,.xml,.dmn,.json"
              multiple
              onFiles={(picked) => void take(picked)}
            />
            <FoundFiles files={files} />
          </section>
          <section className="panel">
            <h2>{t('definitions.about')}</h2>
            <ManifestForm fields={fields} faults={wasTried ? faults : new Set()} onChange={setTyped} />
            <p className="quiet">
              {current === undefined
                ? t('definitions.publishNew')
                : t('definitions.publishNext', { no: current.version + 1, count: current.openCases })}
            </p>
            <Button
              type="primary"
              loading={publish.isPending}
              disabled={xml === undefined}
              onClick={send}
              className="publish-send"
            >
              {t('definitions.publishNow')}
            </Button>
          </section>
        </div>
        <section className="panel stack" aria-label={t('definitions.preview')}>
          {publish.data !== undefined && (
            <Alert
              role="status"
              type="success"
              showIcon
              title={t('definitions.published', { no: publish.data.version })}
              description={<Link to={`/processes/${publish.data.id}`}>{t('definitions.toProcess')}</Link>}
            />
          )}
          {publish.error !== null && refusal === undefined && (
            <ProblemAlert error={publish.error} onRetry={send} />
          )}
          {refusal !== undefined && (
            <PublishProblems
              problems={refusal.errors}
              found={Number(refusal.details['found'] ?? 0)}
              process={process}
              selected={selected}
              onSelect={setSelected}
            />
          )}
          {xml !== undefined && refusal === undefined && publish.data === undefined && check.data && (
            <CheckFindings
              findings={check.data}
              process={process}
              selected={selected}
              onSelect={setSelected}
            />
          )}
          {check.isFetching && <p className="quiet">{t('definitions.checked.running')}</p>}
          {xml !== undefined && selected?.line !== undefined && (
            <SourceLines xml={xml} line={selected.line} />
          )}
          {xml === undefined ? (
            <Blank title={t('definitions.nothingPicked')}>{t('definitions.nothingPickedNext')}</Blank>
          ) : (
            <DiagramView xml={xml} selected={selected?.elementId} way={selected?.way} />
          )}
        </section>
      </div>
    </Page>
  );
}
