import { Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLanguage, useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { DiagramView } from '../../diagram/diagram-view.js';
import { useProcessXml } from '../../diagram/process-diagram.js';
import { readProcess } from '../../diagram/process-xml.js';
import { isCurrent, useDefinitions } from '../api/definitions.js';
import { DefinitionFacts } from '../components/definition-facts.js';
import { LaneList } from '../components/lane-list.js';
import { StepTable } from '../components/step-table.js';
import { DecisionList } from '../decisions/decision-list.js';
import { readSteps } from '../read-steps.js';

export default function DefinitionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const text = useText2();
  const language = useLanguage();
  const [selected, setSelected] = useState<string>();
  const { data: rows = [] } = useDefinitions();
  const { data: xml, error, refetch } = useProcessXml(id);
  const row = rows.find((each) => each.id === id);
  const read = useMemo(() => {
    const process = xml === undefined ? undefined : readProcess(xml, language);
    if (xml === undefined || process === undefined) return undefined;
    return { process, steps: readSteps(xml, process, language) };
  }, [xml, language]);
  const back = <Link to="/processes">{t('definitions.backToList')}</Link>;
  const hasOthers = rows.some((each) => each.key === row?.key && each.id !== id);
  const migrate = row !== undefined && row.openCases > 0 && hasOthers && (
    <Link to={`/processes/${id}/migration`}>{t('definitions.migrate')}</Link>
  );
  return (
    <Page title={row === undefined ? t('definitions.process') : text(row.name)} lead={back} actions={migrate}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {row !== undefined && (
        <section className="panel" aria-label={t('definitions.facts')}>
          <DefinitionFacts of={row} older={!isCurrent(row, rows)} />
        </section>
      )}
      {xml === undefined
        ? error === null && <Loading rows={8} />
        : read !== undefined && (
            <>
              <section className="panel" aria-label={t('diagram.label')}>
                <DiagramView xml={xml} selected={selected} onSelect={setSelected} />
              </section>
              <section className="panel">
                <Tabs
                  items={[
                    {
                      key: 'steps',
                      label: t('definitions.steps'),
                      children: <StepTable steps={read.steps} selected={selected} onSelect={setSelected} />,
                    },
                    {
                      key: 'lanes',
                      label: t('definitions.lanes'),
                      children: <LaneList process={read.process} />,
                    },
                    {
                      key: 'decisions',
                      label: t('definitions.decision.title'),
                      children: <DecisionList definitionId={id} />,
                    },
                  ]}
                />
              </section>
            </>
          )}
    </Page>
  );
}
