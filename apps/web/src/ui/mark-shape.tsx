import type { DueMark } from '@lianban/contracts';

export type Shape = DueMark | 'done' | 'late-done';

const paths: Readonly<Record<Shape, string>> = {
  // Each state has its own outline, so that it can be told without colour.
  overdue: 'M8 1 15 8 8 15 1 8Z M7.2 4.5v4.2h1.6V4.5Z M7.2 10v1.6h1.6V10Z',
  'due-soon': 'M8 1.5 15 14H1Z M7.3 6v4h1.4V6Z M7.3 11v1.4h1.4V11Z',
  paused: 'M3 2h3.5v12H3Z M9.5 2H13v12H9.5Z',
  none: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z',
  done: 'M6.4 13.2 1.2 8l1.5-1.5 3.7 3.7 7-7L14.8 4.7Z',
  'late-done': 'M6.4 13.2 1.2 8l1.5-1.5 3.7 3.7 7-7L14.8 4.7Z',
};

export function MarkShape({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="mark-shape" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d={paths[shape]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
