import type { ReactNode } from 'react';

interface WideTableProps {
  readonly caption: ReactNode;
  readonly children: ReactNode;
}

/** A table that keeps its columns on a phone: it scrolls inside its own box, by keyboard too. */
export function WideTable({ caption, children }: WideTableProps) {
  return (
    <div className="wide-table" tabIndex={0}>
      <table>
        <caption>
          <span>{caption}</span>
        </caption>
        {children}
      </table>
    </div>
  );
}
