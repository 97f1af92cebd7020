import type { InstitutionRow } from '@lianban/contracts';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole } from '../../../app/session.js';
import { useShortcuts } from '../../../app/shortcuts.js';
import { useLive } from '../../../app/use-live.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { useDistrictName } from '../../../ui/outcome-name.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';
import { useTypedText } from '../../../ui/use-typed-text.js';
import { useInstitutions } from '../api/institutions.js';
import '../components/registry.css';

export default function InstitutionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRegister = useHasRole('registrar');
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const search = useRef<InputRef>(null);
  useShortcuts({ '/': () => search.current?.focus() });
  const look = (text: string): void => setParams(text === '' ? {} : { q: text }, { replace: true });
  const typed = useTypedText(q, look);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isRefetching } =
    useInstitutions(q);
  const [hasChanged, setChanged] = useState(false);
  useLive('task', () => setChanged(true));
  const columns = useColumns();
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const acts = mayRegister && (
    <>
      <Button type="primary" onClick={() => void navigate('/registry/new')}>
        {t('registry.register')}
      </Button>
      <Button onClick={() => void navigate('/registry/import')}>{t('registry.importLedger')}</Button>
    </>
  );
  return (
    <Page title={t('registry.title')} lead={t('registry.lead')} actions={acts}>
      <section className="panel">
        <div className="row registry-find">
          <Input
            ref={search}
            type="search"
            allowClear
            placeholder={t('registry.search')}
            aria-label={t('registry.search')}
            {...typed}
          />
          {hasChanged && (
            <Button
              loading={isRefetching}
              onClick={() => {
                setChanged(false);
                void refetch();
              }}
            >
              {t('registry.refresh')}
            </Button>
          )}
        </div>
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading rows={8} />}
        {rows.length > 0 && (
          <RecordTable label={t('registry.title')} columns={columns} records={rows} idOf={({ id }) => id} />
        )}
        {data !== undefined && rows.length === 0 && q !== '' && (
          <Blank title={t('registry.noMatch', { q })}>
            <p>{t('registry.noMatchNext')}</p>
            <Button onClick={() => look('')}>{t('registry.clear')}</Button>
          </Blank>
        )}
        {data !== undefined && rows.length === 0 && q === '' && (
          <Blank title={t('registry.empty')}>
            <p>{t(mayRegister ? 'registry.emptyNext' : 'registry.emptyNextRead')}</p>
          </Blank>
        )}
        {hasNextPage && (
          <div className="more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('app.loadMore')}
            </Button>
          </div>
        )}
      </section>
    </Page>
  );
}

function useColumns(): readonly RecordColumn<InstitutionRow>[] {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const district = useDistrictName();
  // A registrar's office takes no part in the case.
  const mayOpenCases = useHasRole('clerk', 'supervisor', 'admin');
  return [
    {
      heading: t('registry.name'),
      cell: ({ name, uscc }) => (
        <span>
          <b>{name}</b>
          <br />
          <span className="quiet num">{uscc}</span>
        </span>
      ),
    },
    {
      heading: t('registry.type'),
      cell: ({ registrationType, kind }) => (
        <span>
          {t(`registry.typeName.${registrationType}`)}
          {kind === 'nursery-class' && (
            <span className="quiet">
              <br />
              {t('registry.kindName.nursery-class')}
            </span>
          )}
        </span>
      ),
    },
    {
      heading: t('registry.authority'),
      cell: ({ registrationAuthority, district: code }) => (
        <span>
          {t(`registry.authorityName.${registrationAuthority}`, registrationAuthority)}
          <span className="quiet"> · {district(code)}</span>
        </span>
      ),
    },
    {
      heading: t('registry.registered'),
      cell: ({ registeredAt }) => <span className="num">{dateTime(registeredAt)}</span>,
    },
    {
      heading: t('registry.case'),
      cell: ({ caseId, caseNo }) =>
        caseId === undefined || !mayOpenCases ? (
          <span className="quiet num">{caseNo ?? t('registry.noCase')}</span>
        ) : (
          <Link to={`/cases/${caseId}`} className="num">
            {caseNo}
          </Link>
        ),
    },
  ];
}
