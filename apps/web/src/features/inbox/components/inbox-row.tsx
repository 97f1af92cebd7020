import type { TaskRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import { MarkShape } from '../../../ui/mark-shape.js';
import { useOutcomeName } from '../../../ui/outcome-name.js';
import type { News } from './seen-marks.js';

interface InboxRowProps {
  readonly row: TaskRow;
  readonly to: string;
  readonly news: News;
  readonly gone: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  readonly mine: boolean;
  readonly onFocus: () => void;
}

/** Three lines: which case, which step for which office, until when and in whose hands. */
export function InboxRow({ row, to, news, gone, selected, active, mine, onFocus }: InboxRowProps) {
  const { t } = useTranslation();
  const text = useText2();
  const holder = mine ? t('inbox.you') : text(row.assignee?.name) || t('inbox.free');
  return (
    <Link
      to={to}
      id={`task-${row.id}`}
      className={`inbox-row${selected ? ' is-selected' : ''}${gone ? ' is-gone' : ''} is-${news}`}
      tabIndex={active ? 0 : -1}
      aria-current={selected ? 'true' : undefined}
      onFocus={onFocus}
    >
      <span className="inbox-line">
        <span className="inbox-title">
          {news !== 'none' && (
            <i className="inbox-news" title={t(`inbox.${news}`)}>
              <span className="visually-hidden">{t(`inbox.${news}`)}</span>
            </i>
          )}
          {row.caseTitle}
        </span>
        <span className="num quiet nowrap">{row.caseNo}</span>
      </span>
      <span className="inbox-line">
        <span className="inbox-step">
          {row.stepNo !== undefined && <span className="num quiet">{row.stepNo}</span>} {text(row.name)}
        </span>
        {row.status === 'open' && <span className="quiet nowrap">{holder}</span>}
      </span>
      <span className="inbox-line">
        {gone ? <span className="quiet">{t('inbox.closedMeanwhile')}</span> : <RowState row={row} />}
        <span className="inbox-office quiet">{text(row.office.name)}</span>
      </span>
    </Link>
  );
}

function RowState({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const outcomeName = useOutcomeName();
  if (row.status === 'open') return <DueChip of={row} />;
  return (
    <span className="due-chip due-done">
      <MarkShape shape="done" />
      <b>{outcomeName(row.outcome)}</b>
      {row.closedAt !== undefined && (
        <span className="due-at">{t('inbox.doneAt', { at: dateTime(row.closedAt) })}</span>
      )}
    </span>
  );
}
