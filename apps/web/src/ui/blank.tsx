import type { ReactNode } from 'react';

/** An empty place says what it means and what to do next. */
export function Blank({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="blank">
      <p className="blank-title">{title}</p>
      {children !== undefined && <div className="blank-next">{children}</div>}
    </div>
  );
}
