import type { SupervisionBoard } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape } from '../../../ui/mark-shape.js';

/** One sentence instead of a chart: what to pick up the telephone for. */
export function WorstCase({ worst }: { readonly worst: NonNullable<SupervisionBoard['worst']> }) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <section className={worst.isLate ? 'panel worst is-late' : 'panel worst'} aria-labelledby="worst-title">
      <h2 id="worst-title">
        {worst.isLate && <MarkShape shape="overdue" />}
        {t(worst.isLate ? 'supervision.worstLate' : 'supervision.worstFirst')}
      </h2>
      <p>
        {text(worst.sentence)}{' '}
        <Link to={`/cases/${worst.caseId}`}>{t('supervision.openCase', { caseNo: worst.caseNo })}</Link>
      </p>
    </section>
  );
}
