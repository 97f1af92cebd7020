import type { CaseRow } from '@lianban/contracts';
import { Button, Input, Segmented, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole } from '../../../app/session.js';
import { useShortcuts } from '../../../app/shortcuts.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { DistrictSelect } from '../../../ui/district-select.js';
import { Loading } from '../../../ui/loading.js';
import { useDistrictName, useOutcomeName } from '../../../ui/outcome-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useTypedText } from '../../../ui/use-typed-text.js';
import { useFilters } from '../../../ui/use-filters.js';
import { useCases } from '../api/case-queries.js';
import '../components/case-parts.css';

export default function CasesPage() {
  const { t } = useTranslation();
  const oversees = useHasRole('supervisor', 'admin');
  const [params, change] = useFilters();
  const [q, status] = [params.get('q') ?? '', params.get('status') ?? ''];
  const district = params.get('district') ?? '';
  const search = useRef<InputRef>(null);
  useShortcuts({ '/': () => search.current?.focus() });
  const typed = useTypedText(q, (text) => change('q', text));
  const list = useCases(q, status, district);
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={t('cases.title')} lead={t(oversees ? 'cases.leadAll' : 'cases.lead')}>
      <div className="row cases-filters">
        <Input
          ref={search}
          type="search"
          allowClear
          className="cases-search"
          placeholder={t('cases.search')}
          aria-label={t('cases.searchLabel')}
          {...typed}
        />
        <Segmented
          aria-label={t('cases.status')}
          value={status}
          onChange={(value) => change('status', value)}
          options={[
            { value: '', label: t('cases.statusAll') },
            { value: 'open', label: t('cases.open') },
            { value: 'stopped', label: t('cases.stopped') },
            { value: 'ended', label: t('cases.ended') },
          ]}
        />
        <DistrictSelect
          value={district === '' ? undefined : district}
          onChange={(code) => change('district', code ?? '')}
        />
      </div>
      <div className="panel">
        {list.error !== null && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
        {rows === undefined && list.error === null && <Loading rows={12} />}
        {rows?.length === 0 &&
          (q === '' && status === '' && district === '' ? (
            <Blank title={t('cases.none')}>
              <p>{t('cases.noneNext')}</p>
            </Blank>
          ) : (
            <Blank title={t('cases.empty')}>
              <p>{t('cases.emptyNext')}</p>
            </Blank>
          ))}
        {rows !== undefined && rows.length > 0 && <CasesTable rows={rows} />}
        {list.hasNextPage && (
          <div className="more">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('cases.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function CasesTable({ rows }: { readonly rows: readonly CaseRow[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const district = useDistrictName();
  const outcomeName = useOutcomeName();
  return (
    <div className="table-scroll">
      <table className="grid cases-table">
        <caption className="visually-hidden">{t('cases.title')}</caption>
        <thead>
          <tr>
            {(['caseNo', 'title', 'definition', 'district', 'status', 'openedAt'] as const).map((name) => (
              <th key={name} scope="col" className={`cases-${name}`}>
                {t(`cases.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="num nowrap">{row.caseNo}</td>
              <th scope="row">
                <Link to={`/cases/${row.id}`}>{row.title}</Link>
              </th>
              <td className="cases-definition">{text(row.definition.name)}</td>
              <td className="cases-district">{district(row.district)}</td>
              <td>
                {row.status === 'open'
                  ? t('cases.open')
                  : [t('cases.ended'), outcomeName(row.outcome)].filter(Boolean).join(' · ')}
              </td>
              <td className="num nowrap cases-openedAt">{dateTime(row.openedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
