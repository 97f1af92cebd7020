import type { CalendarListView, CalendarVersionRow } from '@lianban/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type LayerKey, useCalendars, useCalendarVersion } from '../api/calendars.js';
import { AppliedPanel } from '../components/applied-panel.js';
import { DraftEditor } from '../components/draft-editor.js';
import { PublishPanel } from '../components/publish-panel.js';
import { VersionTable } from '../components/version-table.js';
import '../calendars.css';

/** One layer: its versions, its draft, what the draft would move, and how the last publication was applied. */
export default function CalendarLayerPage() {
  const { t } = useTranslation();
  const text = useText2();
  const { layer = '', code = '' } = useParams();
  const { data, error, refetch } = useCalendars();
  const place = data?.places.find((known) => known.layer === layer && known.code === code);
  return (
    <Page
      title={t('calendars.layerTitle', { name: place ? text(place.name) : code })}
      lead={<Link to="/calendars">{t('calendars.back')}</Link>}
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading rows={12} />
      ) : (
        <Layer key={`${layer} ${code}`} layer={{ layer, code }} list={data} />
      )}
    </Page>
  );
}

function Layer({ layer, list }: { readonly layer: LayerKey; readonly list: CalendarListView }) {
  const { t } = useTranslation();
  const versions =
    list.layers.find((known) => known.layer === layer.layer && known.code === layer.code)?.versions ?? [];
  const draft = versions.find(({ state }) => state === 'draft');
  const newest = versions.find(({ state }) => state === 'published');
  return (
    <>
      <section className="panel stack" aria-labelledby="calendar-versions">
        <h2 id="calendar-versions">{t('calendars.versions')}</h2>
        <VersionTable label={t('calendars.versions')} versions={versions} today={list.today} />
      </section>
      {newest?.operation !== undefined && (
        <AppliedPanel operation={newest.operation} version={`${newest.code}@${newest.version}`} />
      )}
      <Draft layer={layer} draft={draft} newest={newest} today={list.today} />
    </>
  );
}

interface DraftProps {
  readonly layer: LayerKey;
  readonly draft: CalendarVersionRow | undefined;
  readonly newest: CalendarVersionRow | undefined;
  readonly today: string;
}

function Draft({ layer, draft, newest, today }: DraftProps) {
  // Of which revision something was changed: the next one has been saved.
  const [changed, setChanged] = useState<string>();
  const from = draft ?? newest;
  const revision = `${draft?.version} ${draft?.revision}`;
  const { data, error } = useCalendarVersion(layer, from?.version, from?.revision);
  if (error !== null) return <ProblemAlert error={error} />;
  if (from !== undefined && data === undefined) return <Loading rows={12} />;
  return (
    <>
      {draft !== undefined && data !== undefined && (
        <PublishPanel layer={layer} draft={{ ...data, ...draft }} isDirty={changed === revision} />
      )}
      <DraftEditor
        // What was saved is what is edited from then on; a new draft begins anew.
        key={revision}
        layer={layer}
        from={data}
        isNew={draft === undefined}
        today={today}
        onDirty={() => setChanged(revision)}
      />
    </>
  );
}
