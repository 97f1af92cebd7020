import type { LadderView } from '@lianban/contracts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDates } from '../../../app/business-clock.js';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useLadders } from '../api/ladders.js';
import { LadderEditor } from '../components/ladder-editor.js';
import { RungTable } from '../components/rung-table.js';
import '../ladders.css';

export default function LadderPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const { data, error, refetch } = useLadders();
  const ladder = data?.find((one) => one.code === code);
  const text = useText2();
  const name = text(ladder?.versions[0]?.content.name ?? ladder?.draft?.content.name);
  return (
    <Page title={`${code} ${name}`.trim()} lead={<Link to="/ladders">{t('ladders.back')}</Link>}>
      {ladder !== undefined && <Ladder key={code} ladder={ladder} />}
      {data !== undefined && ladder === undefined && (
        <Blank title={t('ladders.unknown', { code })}>{t('ladders.unknownNext')}</Blank>
      )}
      {data === undefined &&
        (error === null ? (
          <Loading rows={8} />
        ) : (
          <ProblemAlert error={error} onRetry={() => void refetch()} />
        ))}
    </Page>
  );
}

function Ladder({ ladder }: { readonly ladder: LadderView }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { date } = useDates();
  const text = useText2();
  const { code, versions, draft } = ladder;
  const current = versions.find(({ inForce }) => inForce) ?? versions[0];
  const [shown, setShown] = useState(current?.version);
  const [isEditing, setEditing] = useState(versions.length === 0);
  const version = versions.find((one) => one.version === shown);
  const mayEdit = session?.roles.includes('admin') === true;
  if (isEditing) return <LadderEditor ladder={ladder} onClose={() => setEditing(false)} />;
  return (
    <section className="panel stack" aria-label={t('ladders.versions')}>
      <div className="row">
        <Select
          aria-label={t('ladders.versions')}
          value={shown}
          popupMatchSelectWidth={false}
          options={versions.map((one) => ({
            value: one.version,
            label: `${t('ladders.version', { no: one.version })}${one.inForce ? ` · ${t('ladders.inForce')}` : ''}`,
          }))}
          onChange={setShown}
        />
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t(draft ? 'ladders.edit.goOn' : 'ladders.edit.start')}
          </Button>
        )}
      </div>
      {version !== undefined && (
        <>
          <p className="quiet">
            {t(`ladders.use.${version.content.serves}`)} ·{' '}
            {t('ladders.publishedOn', { at: date(version.publishedAt) })}
            {version.publishedBy !== undefined && ` · ${text(version.publishedBy)}`}
            {version.effectiveFrom !== undefined &&
              ` · ${t('ladders.from', { at: date(version.effectiveFrom) })}`}
            {version.reason !== undefined && ` · ${version.reason}`}
          </p>
          <RungTable
            label={t('ladders.rungsOf', { code, no: version.version })}
            rungs={version.content.rungs}
          />
        </>
      )}
    </section>
  );
}
