import type { SupervisionBoard } from '@lianban/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { steadyOrder } from '../../../ui/steady-order.js';

type OfficeLoad = SupervisionBoard['byOffice'][number];

const keyOf = ({ office }: OfficeLoad): string => office.id;

interface OfficeTableProps {
  readonly rows: readonly OfficeLoad[];
  readonly district: string | undefined;
}

/** What each office holds: a table whose bars only repeat its numbers. */
export function OfficeTable({ rows, district }: OfficeTableProps) {
  const { t } = useTranslation();
  const text = useText2();
  const seen = useRef<readonly string[]>([]);
  const [isHeld, setHeld] = useState(false);
  const ordered = isHeld ? steadyOrder(rows, keyOf, seen.current) : rows;
  seen.current = ordered.map(keyOf);
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <div className="table-scroll" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t('supervision.office')}</th>
            <th scope="col" className="right">
              {t('supervision.overdue')}
            </th>
            <th scope="col" className="right">
              {t('supervision.dueSoon')}
            </th>
            <th scope="col" className="right">
              {t('supervision.open')}
            </th>
            <th scope="col" className="office-load">
              {t('supervision.load')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={row.office.id}>
              <th scope="row">{text(row.office.name)}</th>
              {(['overdue', 'due-soon', 'open'] as const).map((list) => (
                <Count key={list} list={list} row={row} district={district} name={text(row.office.name)} />
              ))}
              <td className="office-load">
                <Load row={row} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const countOf = {
  open: ({ open }: OfficeLoad) => open,
  'due-soon': ({ dueSoon }: OfficeLoad) => dueSoon,
  overdue: ({ overdue }: OfficeLoad) => overdue,
} as const;

function Count({
  list,
  row,
  district,
  name,
}: {
  readonly list: keyof typeof countOf;
  readonly row: OfficeLoad;
  readonly district: string | undefined;
  readonly name: string;
}) {
  const { t } = useTranslation();
  const count = countOf[list](row);
  if (count === 0) return <td className="right quiet">0</td>;
  const search = new URLSearchParams({ list, office: row.office.id, ...(district && { district }) });
  const label = `${name}, ${t(`supervision.list.${list}`)}`;
  return (
    <td className={`right due-${list}`}>
      <Link to={`/board/tasks?${search}`} title={`${label}: ${t('supervision.openList')}`}>
        {count}
      </Link>
    </td>
  );
}

function Load({ row, most }: { readonly row: OfficeLoad; readonly most: number }) {
  const { t } = useTranslation();
  const share = (count: number): string => `${(count / most) * 100}%`;
  return (
    <span
      className="load-bar"
      role="img"
      aria-label={t('supervision.loadText', {
        open: row.open,
        dueSoon: row.dueSoon,
        overdue: row.overdue,
      })}
    >
      <span className="load-late" style={{ width: share(row.overdue) }} />
      <span className="load-soon" style={{ width: share(row.dueSoon) }} />
      <span className="load-rest" style={{ width: share(row.open - row.overdue - row.dueSoon) }} />
    </span>
  );
}
