import type { MonthCell, ScorecardGroup, ScorecardMonthsView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { factsAddress } from './facts-address.js';
import { heatOf } from './heat.js';

interface MonthsHeatMapProps {
  readonly view: ScorecardMonthsView;
  readonly by: ScorecardGroup;
  readonly office: string | undefined;
}

/** Each of the group by month. It is a table: every cell says its figures and its heat in words, the tint repeats them. */
export function MonthsHeatMap({ view: { months, rows }, by, office }: MonthsHeatMapProps) {
  const { t } = useTranslation();
  const text = useText2();
  const label = t('scorecards.months.heatMap');
  return (
    <div className="heat-map" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="quiet">{t('scorecards.months.heatMapLead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`scorecards.by.${by}`)}</th>
            {months.map(({ month, frozenAt }) => (
              <th key={month} scope="col" className="num">
                {month}
                {frozenAt === undefined && <small>{t('scorecards.months.running')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{text(name)}</th>
              {months.map(({ month }) => {
                const cell = cells.find((one) => one.month === month);
                return cell === undefined ? (
                  <td key={month} className="quiet">
                    {t('scorecards.months.nothing')}
                  </td>
                ) : (
                  <HeatCell
                    key={month}
                    cell={cell}
                    address={factsAddress({ by, key, month, which: 'late-own', office })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeatCellProps {
  readonly cell: MonthCell;
  readonly address: string | undefined;
}

function HeatCell({ cell: { figures, corrected }, address }: HeatCellProps) {
  const { t } = useTranslation();
  const heat = heatOf(corrected ?? figures);
  const words = t('scorecards.months.share', { late: figures.lateOwn, completed: figures.completed });
  return (
    <td className={`heat-${heat}`}>
      <span className="num">
        {address === undefined || figures.lateOwn === 0 ? words : <Link to={address}>{words}</Link>}
      </span>
      {corrected !== undefined && (
        <small className="num">
          {t('scorecards.months.corrected', { late: corrected.lateOwn, completed: corrected.completed })}
        </small>
      )}
      <small>{t(`scorecards.months.heat.${heat}`)}</small>
    </td>
  );
}
