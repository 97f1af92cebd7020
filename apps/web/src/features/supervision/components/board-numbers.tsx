import type { SupervisionBoard } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MarkShape, type Shape } from '../../../ui/mark-shape.js';

interface BoardNumber {
  readonly label: string;
  readonly count: number;
  readonly to: string;
  readonly shape?: Shape;
}

/** Every number opens the list behind it. */
export function BoardNumbers({
  board,
  district,
}: {
  readonly board: SupervisionBoard;
  readonly district: string | undefined;
}) {
  const { t } = useTranslation();
  const within = district === undefined ? '' : `&district=${encodeURIComponent(district)}`;
  const only = district === undefined ? '' : `?district=${encodeURIComponent(district)}`;
  const tasks = (list: string): string => `/board/tasks?list=${list}${within}`;
  const numbers: readonly BoardNumber[] = [
    { label: 'overdue', count: board.overdue, to: tasks('overdue'), shape: 'overdue' },
    { label: 'dueToday', count: board.dueToday, to: tasks('due-today'), shape: 'due-soon' },
    { label: 'dueSoon', count: board.dueSoon, to: tasks('due-soon'), shape: 'due-soon' },
    { label: 'paused', count: board.paused, to: `/cases?status=stopped${within}`, shape: 'paused' },
    { label: 'withoutCase', count: board.registrationsWithoutCase, to: `/board/without-case${only}` },
    { label: 'openIncidents', count: board.openIncidents, to: '/incidents' },
    { label: 'openCases', count: board.openCases, to: `/cases?status=open${within}` },
  ];
  return (
    <ul className="board-numbers" aria-label={t('supervision.numbers')}>
      {numbers.map(({ label, count, to, shape }) => {
        const word = t(`supervision.${label}`);
        return (
          <li key={label}>
            <Link
              to={to}
              className={count > 0 && shape !== undefined ? `board-number due-${shape}` : 'board-number'}
              title={t('supervision.openList')}
            >
              <span className="board-number-label">
                {shape !== undefined && <MarkShape shape={shape} />}
                {word}
              </span>
              <span className="board-number-count">{count}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
