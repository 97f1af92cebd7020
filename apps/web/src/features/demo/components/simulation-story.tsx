import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFollowedCase, useRegistered, useSimulateRegistration } from '../api/demo-acts.js';
import { StoryStep } from './story-step.js';

/** A signed event leaves, and each thing it causes is told when it is really there. */
export function SimulationStory({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const text = useText2();
  const simulation = useSimulateRegistration();
  const { mutate } = simulation;
  useEffect(() => mutate(), [mutate]);
  const sent = simulation.data;
  const registered = useRegistered(sent?.uscc);
  const row = registered.data ?? undefined;
  const followed = useFollowedCase(row?.caseId, 1);
  const file = followed.data?.file;
  const task = file?.tasks.find(({ status }) => status === 'open');
  if (simulation.error !== null) return <ProblemAlert error={simulation.error} onRetry={() => mutate()} />;
  return (
    <>
      <ol className="story" aria-live="polite">
        <StoryStep isDone={sent !== undefined} title={t('demo.sent')}>
          {sent !== undefined && <span className="num">institution.registered · {sent.eventId}</span>}
        </StoryStep>
        <StoryStep isDone={row !== undefined} title={t('demo.recorded')}>
          {row !== undefined && (
            <Link to={`/registry?q=${row.uscc}`} onClick={onLeave}>
              {row.name} <span className="num">{row.uscc}</span>
            </Link>
          )}
        </StoryStep>
        <StoryStep isDone={row?.caseNo !== undefined} title={t('demo.opened')}>
          {file && (
            <Link to={`/cases/${file.id}`} onClick={onLeave}>
              {t('demo.openCase', { caseNo: file.caseNo })}
            </Link>
          )}
          {file === null && <span className="num">{row?.caseNo}</span>}
        </StoryStep>
        {file !== null && (
          <StoryStep isDone={task !== undefined} title={t('demo.assigned')}>
            {task !== undefined && (
              <>
                {text(task.office.name)}: {text(task.name)} <DueChip of={task} />
              </>
            )}
          </StoryStep>
        )}
      </ol>
      {file === null && <p className="quiet">{t('demo.notYours')}</p>}
      <Button onClick={() => mutate()} disabled={sent === undefined}>
        {t('demo.again')}
      </Button>
    </>
  );
}
