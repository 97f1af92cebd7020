import type { MessageState, NoticeChannel } from '@lianban/contracts';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { FailureWords } from './failure-words.js';
import { useSendTest, useTestState } from '../api/preferences.js';

const LOOKS: Readonly<Record<MessageState['state'], 'success' | 'error' | 'info'>> = {
  sent: 'success',
  'gave-up': 'error',
  waiting: 'info',
};

/** Sends a message and says what the other side answered to it, not what was hoped. */
export function TestMessage({
  channel,
  isSaved,
}: {
  readonly channel: NoticeChannel;
  readonly isSaved: boolean;
}) {
  const { t } = useTranslation();
  const { mutate, data: sent, error, isPending } = useSendTest();
  const { data: seen } = useTestState(sent?.id);
  const state = seen ?? sent;
  return (
    <div className="stack">
      <div className="row">
        <Button loading={isPending} disabled={!isSaved} onClick={() => mutate(channel)}>
          {t('noticePreferences.test')}
        </Button>
        {!isSaved && <span className="quiet">{t('noticePreferences.testAfterSaving')}</span>}
      </div>
      <div role="status">
        {error !== null && <ProblemAlert error={error} />}
        {state !== undefined && (
          <Alert
            type={LOOKS[state.state]}
            showIcon
            title={t(`noticePreferences.tested.${state.state}`)}
            description={
              state.receipt === undefined ? (
                <FailureWords {...state} />
              ) : (
                <span className="num" lang="en">
                  {state.receipt}
                </span>
              )
            }
          />
        )}
      </div>
    </div>
  );
}
