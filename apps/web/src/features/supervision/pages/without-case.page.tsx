import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole } from '../../../app/session.js';
import { Blank } from '../../../ui/blank.js';
import { DistrictSelect } from '../../../ui/district-select.js';
import { Loading } from '../../../ui/loading.js';
import { useDistrictName } from '../../../ui/outcome-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRegistrationsWithoutCase } from '../api/board.js';
import '../components/task-list.css';

export default function WithoutCasePage() {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const districtName = useDistrictName();
  const mayOpenIntake = useHasRole('admin');
  const [search, setSearch] = useSearchParams();
  const district = search.get('district') ?? undefined;
  const { data, error, refetch } = useRegistrationsWithoutCase(district);
  return (
    <Page
      title={t('supervision.withoutCaseTitle')}
      lead={
        <>
          <Link to="/board">{t('supervision.back')}</Link> · {t('supervision.withoutCaseLead')}{' '}
          {mayOpenIntake && <Link to="/intake">{t('supervision.toIntake')}</Link>}
        </>
      }
      actions={
        <DistrictSelect
          value={district}
          onChange={(code) => setSearch(code === undefined ? {} : { district: code }, { replace: true })}
        />
      }
    >
      <section className="panel">
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data?.length === 0 && (
          <Blank title={t('supervision.withoutCaseEmpty')}>
            <p>{t('supervision.withoutCaseNext')}</p>
          </Blank>
        )}
        {data !== undefined && data.length > 0 && (
          <table className="task-list">
            <thead>
              <tr>
                <th scope="col">{t('supervision.institution')}</th>
                <th scope="col">{t('app.district')}</th>
                <th scope="col">{t('supervision.registered')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ id, name, uscc, district: code, registeredAt }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/registry?q=${uscc}`}>{name}</Link>
                    <span className="quiet num">{uscc}</span>
                  </th>
                  <td>{districtName(code)}</td>
                  <td className="num">{dateTime(registeredAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Page>
  );
}
