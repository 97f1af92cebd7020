import type { InboundEventRow } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import { useInboundEvents, type EventAddress } from '../api/intake.js';
import { EventMatches } from './event-matches.js';
import { EventState, useReasonText } from './event-state.js';

interface EventListProps {
  readonly state?: 'unmatched';
  readonly selected: EventAddress | undefined;
  readonly onSelect: (event: EventAddress) => void;
}

const keyOf = ({ source, id }: EventAddress): string => `${source} ${id}`;

export function EventList({ state, selected, onSelect }: EventListProps) {
  const { t } = useTranslation();
  const text = useText2();
  const reasonText = useReasonText();
  const { dateTime } = useDates();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInboundEvents(state);
  const columns: readonly RecordColumn<InboundEventRow>[] = [
    {
      heading: t('intake.event'),
      cell: (row) => (
        <span>
          <button type="button" className="link-button" onClick={() => onSelect(row)}>
            {text(row.typeName) || row.type}
          </button>
          <br />
          <span className="quiet">{row.subject ?? row.id}</span>
        </span>
      ),
    },
    { heading: t('intake.source'), cell: ({ source }) => <span className="anywhere">{source}</span> },
    {
      heading: t('intake.receivedAt'),
      cell: ({ receivedAt }) => <span className="nowrap">{dateTime(receivedAt)}</span>,
    },
    { heading: t('intake.stateHeading'), cell: (row) => <EventState of={row} /> },
    {
      heading: t('intake.result'),
      cell: (row) =>
        row.matches.length > 0 ? <EventMatches of={row.matches} /> : <span>{reasonText(row.reason)}</span>,
    },
  ];
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    const which = state ?? 'all';
    return <Blank title={t(`intake.none.${which}`)}>{t(`intake.noneNext.${which}`)}</Blank>;
  }
  return (
    <>
      <RecordTable
        label={t('intake.events')}
        columns={columns}
        records={rows}
        idOf={keyOf}
        selectedId={selected === undefined ? undefined : keyOf(selected)}
      />
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('app.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
