import type { NoticeChannel, NoticePreferences } from '@lianban/contracts';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../../../app/session.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useNoticePreferences, useSavePreferences } from '../api/preferences.js';
import { type ChannelDraft, channels, draftOf, faultsOf, preferencesOf } from '../channel-drafts.js';
import { ChannelFields } from '../components/channel-fields.js';
import { DigestFields } from '../components/digest-fields.js';
import { KindsTable } from '../components/kinds-table.js';
import '../components/preferences.css';

/** Where else than in the product a person is told, of what, and when. */
export default function PreferencesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useNoticePreferences();
  return (
    <Page title={t('noticePreferences.title')} lead={t('noticePreferences.lead')}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading rows={10} /> : <Preferences saved={data} />}
    </Page>
  );
}

function Preferences({ saved }: { readonly saved: NoticePreferences }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const oversees = useHasRole('supervisor', 'admin');
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [isChecked, setChecked] = useState(false);
  const { mutate, isPending, error } = useSavePreferences();
  const { channels: drafts, wantsDigest, digest } = draft;
  const put = (channel: NoticeChannel, next: ChannelDraft): void =>
    setDraft({ ...draft, channels: { ...drafts, [channel]: next } });
  const isWhole =
    channels.every((channel) => faultsOf(drafts[channel]).length === 0) &&
    (!wantsDigest || drafts[digest.channel].isOn);
  const save = (): void => {
    setChecked(true);
    if (!isWhole) return;
    mutate(preferencesOf(draft), {
      onSuccess: (now) => {
        setDraft(draftOf(now));
        setChecked(false);
        void message.success(t('noticePreferences.saved'));
      },
    });
  };
  const isSaved = (channel: NoticeChannel): boolean =>
    saved.preferences.some(
      (one) => one.channel === channel && one.address === drafts[channel].address.trim(),
    );
  return (
    <Form layout="vertical" component="form" onFinish={save} className="stack" noValidate>
      <section className="panel" aria-label={t('noticePreferences.kinds')}>
        <h2>{t('noticePreferences.kinds')}</h2>
        <KindsTable
          drafts={drafts}
          onChange={(channel, kinds) => put(channel, { ...drafts[channel], kinds })}
        />
        <p className="quiet">{t('noticePreferences.never')}</p>
      </section>
      {channels.map((channel) => (
        <ChannelFields
          key={channel}
          draft={drafts[channel]}
          isChecked={isChecked}
          isSaved={isSaved(channel)}
          onChange={(next) => put(channel, next)}
        />
      ))}
      {oversees && <DigestFields draft={draft} isChecked={isChecked} onChange={setDraft} />}
      <div className="stack">
        {error !== null && <ProblemAlert error={error} />}
        {isChecked && !isWhole && (
          <p role="alert" className="notice-fault">
            {t('noticePreferences.incomplete')}
          </p>
        )}
        <div>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('noticePreferences.save')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
