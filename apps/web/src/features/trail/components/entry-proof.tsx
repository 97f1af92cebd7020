import { Alert, Button, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useHasRole } from '../../../app/session.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEntryProof } from '../api/trail.js';
import { EraseDialog } from './erase-dialog.js';

/** That one act is sealed, and what somebody else needs to check it. */
export function EntryProof() {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const mayErase = useHasRole('admin');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('entry') ?? undefined;
  const { data, error } = useEntryProof(asked);
  const [isErasing, setErasing] = useState(false);
  return (
    <section className="panel">
      <h2>{t('trail.proof')}</h2>
      <p className="quiet">{t('trail.proofLead')}</p>
      <Input.Search
        key={asked}
        className="trail-entry"
        aria-label={t('trail.entryId')}
        placeholder={t('trail.entryId')}
        defaultValue={asked}
        enterButton={t('trail.prove')}
        onSearch={(id) => setSearch(id.trim() === '' ? {} : { entry: id.trim() })}
      />
      {error !== null && <ProblemAlert error={error} />}
      {data !== undefined && (
        <div className="stack">
          <Alert
            showIcon
            type={data.holds ? 'success' : 'error'}
            title={t(data.holds ? 'trail.holds' : 'trail.holdsNot')}
            description={t('trail.placed', {
              seq: data.seq,
              batch: data.batch.no,
              at: dateTime(data.batch.sealedAt),
            })}
          />
          <dl className="trail-facts">
            <dt>{t('trail.act')}</dt>
            <dd>
              {data.act} · {data.actorName === '' ? t('trail.nameErased') : data.actorName}
              {data.caseId !== undefined && (
                <>
                  {' '}
                  · <Link to={`/cases/${data.caseId}`}>{t('trail.openCase')}</Link>
                </>
              )}
            </dd>
            <dt>{t('trail.at')}</dt>
            <dd>{dateTime(data.at)}</dd>
            <dt>{t('trail.recordedAt')}</dt>
            <dd>{dateTime(data.recordedAt)}</dd>
          </dl>
          <details>
            <summary>{t('trail.forOthers')}</summary>
            <Typography.Paragraph className="trail-code" copyable>
              {JSON.stringify(data, undefined, 2)}
            </Typography.Paragraph>
          </details>
          {mayErase && (
            <div>
              <Button danger onClick={() => setErasing(true)}>
                {t('trail.erase')}
              </Button>
            </div>
          )}
          {isErasing && <EraseDialog entryId={data.entryId} onClose={() => setErasing(false)} />}
        </div>
      )}
    </section>
  );
}
