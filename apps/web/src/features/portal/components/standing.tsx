import type { PortalView } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';

const pathOf = { file: '/portal/filing', supplement: '/portal/supplement' } as const;

/** Where the institution stands and what it is asked to do, in plain words. */
export function Standing({ view }: { readonly view: PortalView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const navigate = useNavigate();
  const { next } = view;
  const isBegun = next?.act === 'file' && view.filing !== undefined && view.filing.submittedAt === undefined;
  return (
    <section className="panel portal-standing" aria-labelledby="portal-standing">
      <h2 id="portal-standing">{t('portal.standing')}</h2>
      <p className="portal-sentence" role="status">
        {text(view.standing)}
      </p>
      {next === undefined ? (
        view.case?.status !== 'ended' && <p className="quiet">{t('portal.waiting')}</p>
      ) : (
        <div className="portal-next">
          <h3>{t('portal.next')}</h3>
          <p>{text(next.text)}</p>
          {next.dueAt !== undefined && (
            <p className="num">
              <b>{t('portal.by', { at: dateTime(next.dueAt) })}</b>
            </p>
          )}
          {isBegun && <p className="quiet">{t('portal.draftKept')}</p>}
          <Button type="primary" size="large" onClick={() => void navigate(pathOf[next.act])}>
            {t(`portal.act.${isBegun ? 'continue' : next.act}`)}
          </Button>
        </div>
      )}
    </section>
  );
}
