import type { TaskRow, TeamView } from '@lianban/contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { CaseLink } from '../../../ui/case-link.js';
import { Blank } from '../../../ui/blank.js';
import { DueChip } from '../../../ui/due-chip.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable } from '../../../ui/record-table.js';
import { type TeamListOf, useTeamTasks } from '../api/team.js';
import { MoveDialog } from './move-dialog.js';

/** As many as the server moves at once. */
const MOST = 100;

interface TeamTasksProps {
  readonly of: TeamListOf;
  readonly title: string;
  readonly team: TeamView;
}

/** A list to choose from, and what is done with the choice. */
export function TeamTasks({ of, title, team }: TeamTasksProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTeamTasks(of);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<'person' | 'office'>();
  const tasks = data?.pages.flatMap(({ items }) => items) ?? [];
  const selected = tasks.filter(({ id }) => chosen.has(id)).slice(0, MOST);
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const allChosen = tasks.length > 0 && selected.length === Math.min(tasks.length, MOST);
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={5} />}
      {data !== undefined && tasks.length === 0 && <Blank title={t('team.noTasks')} />}
      {tasks.length > 0 && (
        <>
          <div className="team-selection">
            <Checkbox
              checked={allChosen}
              indeterminate={selected.length > 0 && !allChosen}
              onChange={({ target }) =>
                choose(
                  tasks.map(({ id }) => id),
                  target.checked,
                )
              }
            >
              {t('team.chooseAll')}
            </Checkbox>
            <Button disabled={selected.length === 0} onClick={() => setMoving('person')}>
              {t('team.transfer.name')}
            </Button>
            <Button disabled={selected.length === 0} onClick={() => setMoving('office')}>
              {t('team.handOver.name')}
            </Button>
            <span className="quiet" role="status">
              {t('team.chosen', { count: selected.length })}
            </span>
          </div>
          <RecordTable<TaskRow>
            label={title}
            records={tasks}
            idOf={({ id }) => id}
            columns={[
              {
                heading: t('team.choose'),
                cell: ({ id, caseNo, name }) => (
                  <Checkbox
                    checked={chosen.has(id)}
                    aria-label={t('team.chooseOne', { caseNo, step: text(name) })}
                    onChange={({ target }) => choose([id], target.checked)}
                  />
                ),
              },
              {
                heading: t('team.case'),
                cell: (of) => <CaseLink caseId={of.caseId} caseNo={of.caseNo} caseTitle={of.caseTitle} />,
              },
              { heading: t('team.step'), cell: ({ name }) => text(name) },
              { heading: t('team.due'), cell: (task) => <DueChip of={task} /> },
            ]}
          />
        </>
      )}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app.loadMore')}
          </Button>
        </div>
      )}
      {moving !== undefined && (
        <MoveDialog
          kind={moving}
          tasks={selected}
          team={team}
          onClose={() => setMoving(undefined)}
          onMoved={() => setChosen(new Set())}
        />
      )}
    </section>
  );
}
