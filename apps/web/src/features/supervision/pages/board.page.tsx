import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLiveRefresh } from '../../../app/use-live.js';
import { Blank } from '../../../ui/blank.js';
import { DistrictSelect } from '../../../ui/district-select.js';
import { Loading } from '../../../ui/loading.js';
import { useDistrictName } from '../../../ui/outcome-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { OpenDisputes } from '../../disputes/components/open-disputes.js';
import { boardKey, useBoard } from '../api/board.js';
import { BoardNumbers } from '../components/board-numbers.js';
import { OfficeTable } from '../components/office-table.js';
import { WorstCase } from '../components/worst-case.js';
import '../components/board.css';

export default function BoardPage() {
  const { t } = useTranslation();
  const districtName = useDistrictName();
  const [search, setSearch] = useSearchParams();
  const district = search.get('district') ?? undefined;
  const { data: board, error, refetch } = useBoard(district);
  useLiveRefresh(['board', 'resumed'], boardKey);
  return (
    <Page
      title={t('supervision.title')}
      lead={t('supervision.lead')}
      actions={
        <DistrictSelect
          value={district}
          onChange={(code) => setSearch(code === undefined ? {} : { district: code }, { replace: true })}
        />
      }
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {board === undefined && error === null && <Loading rows={10} />}
      {board !== undefined && (
        <>
          {board.worst !== undefined && <WorstCase worst={board.worst} />}
          <BoardNumbers board={board} district={district} />
          <OpenDisputes />
          {board.byOffice.length === 0 ? (
            <section className="panel">
              <Blank
                title={
                  district === undefined
                    ? t('supervision.nothing')
                    : t('supervision.nothingInDistrict', { district: districtName(district) })
                }
              >
                <p>{t('supervision.nothingNext')}</p>
                {district !== undefined && <Link to="/board">{t('supervision.seeAll')}</Link>}
              </Blank>
            </section>
          ) : (
            <section className="panel">
              <h2>{t('supervision.byOffice')}</h2>
              <p className="quiet">{t('supervision.byOfficeLead')}</p>
              <OfficeTable rows={board.byOffice} district={district} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}
