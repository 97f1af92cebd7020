import type { MoveReport } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

interface MoveRowsProps {
  readonly report: MoveReport;
  readonly isDone: boolean;
  readonly name: string;
}

/** "37 can, 3 cannot": the sum, then why not for each that cannot. */
export function MoveRows({ report, isDone, name }: MoveRowsProps) {
  const { t } = useTranslation();
  const text = useText2();
  const refused = report.rows.filter((row) => row.refused !== undefined);
  const count = report.rows.length - refused.length;
  return (
    <>
      <p>
        <strong>{t(isDone ? 'team.moved' : 'team.canMove', { name, count })}</strong>
        {refused.length > 0 && (
          <> · {t(isDone ? 'team.notMoved' : 'team.cannotMove', { count: refused.length })}</>
        )}
      </p>
      {refused.length > 0 && (
        <ul className="team-report">
          {refused.map((row) => (
            <li key={row.taskId}>
              {row.caseNo !== undefined && <span className="num">{row.caseNo} </span>}
              {row.step !== undefined && <>{text(row.step)}: </>}
              <span className="is-refused">{row.refused && text(row.refused.why)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
