import type { CalendarImpactRow, CalendarImpactView } from '@lianban/contracts';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { CaseLink } from '../../../ui/case-link.js';
import { RecordTable } from '../../../ui/record-table.js';

interface ImpactReportProps {
  readonly pages: readonly CalendarImpactView[];
  readonly heading: string;
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** Which deadlines change, from when to when, and which offices are told. */
export function ImpactReport({ pages, heading, onMore, isLoadingMore }: ImpactReportProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [first] = pages;
  if (first === undefined) return null;
  const { moved, later, earlier, final, becomeOverdue, becomeInTime, withoutOffice, offices } = first.summary;
  if (moved === 0) return <p>{t('calendars.impact.none')}</p>;
  const facts = [
    ['moved', moved],
    ['later', later],
    ['earlier', earlier],
    ['final', final],
    ['becomeOverdue', becomeOverdue],
    ['becomeInTime', becomeInTime],
    ['withoutOffice', withoutOffice],
  ] as const;
  return (
    <div className="stack">
      <ul className="impact-facts num">
        {facts.map(
          ([name, count]) => count > 0 && <li key={name}>{t(`calendars.impact.${name}`, { count })}</li>,
        )}
      </ul>
      <p className="quiet">{t('calendars.impact.history')}</p>
      <details>
        <summary>
          {t('calendars.impact.offices')} <span className="num">({offices.length})</span>
        </summary>
        <ul>
          {offices.map(({ id, name, moved: count, people }) => (
            <li key={id}>{t('calendars.impact.office', { name: text(name), moved: count, people })}</li>
          ))}
        </ul>
      </details>
      <b>{heading}</b>
      <MovedTable label={heading} rows={pages.flatMap(({ items }) => items)} />
      {onMore && (
        <div className="more">
          <Button loading={isLoadingMore} onClick={onMore}>
            {t('calendars.impact.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function MovedTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly CalendarImpactRow[];
}) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const due = (at: string, isProvisional: boolean) => (
    <>
      <span className="num">{dateTime(at)}</span> {isProvisional && <Tag>{t('calendars.provisional')}</Tag>}
    </>
  );
  return (
    <RecordTable
      label={label}
      records={rows}
      idOf={({ clockId }) => clockId}
      columns={[
        {
          heading: t('calendars.impact.column.case'),
          cell: (of) => <CaseLink caseId={of.caseId} caseNo={of.caseNo} caseTitle={of.caseTitle} />,
        },
        { heading: t('calendars.impact.column.clock'), cell: ({ clock }) => text(clock) },
        {
          heading: t('calendars.impact.column.office'),
          cell: ({ office, assignee }) => [text(office), text(assignee)].filter(Boolean).join(' · '),
        },
        {
          heading: t('calendars.impact.column.from'),
          cell: ({ from, fromProvisional }) => due(from, fromProvisional),
        },
        { heading: t('calendars.impact.column.to'), cell: ({ to, toProvisional }) => due(to, toProvisional) },
      ]}
    />
  );
}
