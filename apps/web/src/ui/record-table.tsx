import type { ReactNode } from 'react';
import './record-table.css';

export interface RecordColumn<T> {
  readonly heading: string;
  readonly cell: (record: T) => ReactNode;
  /** `right` for numbers. */
  readonly className?: string;
}

interface RecordTableProps<T> {
  readonly label: string;
  readonly columns: readonly RecordColumn<T>[];
  readonly records: readonly T[];
  readonly idOf: (record: T) => string;
  readonly selectedId?: string | undefined;
}

/** A short list of records: a table where there is room, cards on a phone. Long lists are virtual and not this. */
export function RecordTable<T>({ label, columns, records, idOf, selectedId }: RecordTableProps<T>) {
  return (
    // Laid out as cards, a table would lose its meaning for screen readers: the roles keep it.
    <table className="records" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, className }) => (
            <th key={heading} role="columnheader" scope="col" className={className}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {records.map((record) => (
          <tr
            key={idOf(record)}
            role="row"
            {...(idOf(record) === selectedId ? { className: 'is-selected', 'aria-current': true } : {})}
          >
            {columns.map(({ heading, cell, className }) => (
              <td key={heading} role="cell" data-heading={heading} className={className}>
                {cell(record)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
