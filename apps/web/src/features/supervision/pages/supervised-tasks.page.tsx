import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLive } from '../../../app/use-live.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { DistrictSelect } from '../../../ui/district-select.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFilters } from '../../../ui/use-filters.js';
import { useSupervisedTasks, type SupervisedFilter } from '../api/board.js';
import { TaskList } from '../components/task-list.js';

const lists = ['overdue', 'due-today', 'due-soon', 'paused', 'open'] as const;
type List = (typeof lists)[number];

const isList = (text: string | null): text is List => lists.some((list) => list === text);

/** The list behind a number of the board: the address says which. */
export default function SupervisedTasksPage() {
  const { t } = useTranslation();
  const [search, set] = useFilters();
  const given = search.get('list');
  const list = isList(given) ? given : 'overdue';
  const office = search.get('office') ?? undefined;
  const district = search.get('district') ?? undefined;
  const address = (to: List): string => {
    const next = new URLSearchParams(search);
    next.set('list', to);
    return `/board/tasks?${next}`;
  };
  const filter: SupervisedFilter = { list, ...(office && { office }), ...(district && { district }) };
  const back = district === undefined ? '/board' : `/board?district=${encodeURIComponent(district)}`;
  return (
    <Page
      title={t('supervision.listTitle', { list: t(`supervision.list.${list}`) })}
      lead={
        <>
          <Link to={back}>{t('supervision.back')}</Link> · {t('supervision.listLead')}
        </>
      }
      actions={<DistrictSelect value={district} onChange={(code) => set('district', code)} />}
    >
      <nav className="list-switch" aria-label={t('supervision.lists')}>
        {lists.map((one) => (
          <Link key={one} to={address(one)} aria-current={one === list ? 'page' : undefined}>
            {t(`supervision.list.${one}`)}
          </Link>
        ))}
      </nav>
      <Tasks
        key={`${list} ${office} ${district}`}
        filter={filter}
        onAnyOffice={() => set('office', undefined)}
      />
    </Page>
  );
}

/** A list somebody reads stays as it is; what changed meanwhile is offered, not imposed. */
function Tasks({
  filter,
  onAnyOffice,
}: {
  readonly filter: SupervisedFilter;
  readonly onAnyOffice: () => void;
}) {
  const { t } = useTranslation();
  const text = useText2();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isRefetching } =
    useSupervisedTasks(filter);
  const [hasChanged, setChanged] = useState(false);
  useLive('board', () => setChanged(true));
  const tasks = data?.pages.flatMap(({ items }) => items) ?? [];
  const officeName = tasks[0] === undefined ? filter.office : text(tasks[0].office.name);
  const refresh = (): void => {
    setChanged(false);
    void refetch();
  };
  return (
    <section className="panel">
      {filter.office !== undefined && (
        <p>
          <Tag closable onClose={onAnyOffice}>
            {t('supervision.onlyOffice', { office: officeName })}
          </Tag>
        </p>
      )}
      {hasChanged && (
        <p className="list-changed" role="status">
          {t('supervision.changed')}
          <Button size="small" loading={isRefetching} onClick={refresh}>
            {t('supervision.refresh')}
          </Button>
        </p>
      )}
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={8} />}
      {data !== undefined && tasks.length === 0 && (
        <Blank title={t(`supervision.empty.${filter.list}`)}>
          <p>{t('supervision.emptyNext')}</p>
        </Blank>
      )}
      {tasks.length > 0 && <TaskList tasks={tasks} />}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app.loadMore')}
          </Button>
        </div>
      )}
    </section>
  );
}
