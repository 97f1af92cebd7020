import type { TaskDetail, TaskOutcomeView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { TaskActsMenu } from '../../acts/components/task-acts.js';
import { SendBackDialog } from '../../team/components/send-back-dialog.js';
import type { DraftState } from './draft-keeper.js';

interface ActBarProps {
  readonly task: TaskDetail;
  /** The form is on the screen. */
  readonly isReady: boolean;
  readonly draft: DraftState;
  /** The outcome that is on its way. */
  readonly pending: string | undefined;
  readonly holding: boolean;
  readonly onOutcome: (outcome: TaskOutcomeView | undefined) => void;
  readonly onHold: (act: 'claim' | 'release') => void;
  /** An act took the task away from here. */
  readonly onGone: () => void;
  readonly onSentBack: () => void;
}

/** What can be done here, always in sight; legal acts say so before they are pressed. */
export function ActBar({
  task,
  isReady,
  draft,
  pending,
  holding,
  onOutcome,
  onHold,
  onGone,
  onSentBack,
}: ActBarProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { handedOver } = task;
  const { claim, release, complete, sendBack } = task.may;
  const [isReturning, setReturning] = useState(false);
  const busy = pending !== undefined || holding;
  return (
    <footer className="act-bar">
      {complete && (
        <div className="row" role="group" aria-label={t('tasks.outcomes')}>
          {task.outcomes.map((outcome, index) => (
            <Button
              key={outcome.code}
              type={index === 0 ? 'primary' : 'default'}
              loading={pending === outcome.code}
              disabled={!isReady || (busy && pending !== outcome.code)}
              onClick={() => onOutcome(outcome)}
            >
              {text(outcome.name)}
              {outcome.legal && <span className="legal-mark">{t('tasks.legalMark')}</span>}
            </Button>
          ))}
          {task.outcomes.length === 0 && (
            <Button
              type="primary"
              loading={pending === ''}
              disabled={!isReady || holding}
              onClick={() => onOutcome(undefined)}
            >
              {t('tasks.complete')}
            </Button>
          )}
        </div>
      )}
      <div className="row act-side">
        <DraftNote state={draft} />
        {complete && <TaskActsMenu task={task} onGone={onGone} />}
        {sendBack && (
          <Button disabled={busy} onClick={() => setReturning(true)}>
            {t('acts.sendBack.name')}
          </Button>
        )}
        {claim && (
          <Button
            disabled={pending !== undefined}
            loading={holding}
            onClick={() => onHold('claim')}
            aria-keyshortcuts="c"
          >
            {t('tasks.claim')}
          </Button>
        )}
        {release && (
          <Button
            disabled={pending !== undefined}
            loading={holding}
            onClick={() => onHold('release')}
            aria-keyshortcuts="c"
          >
            {t('tasks.release')}
          </Button>
        )}
      </div>
      {isReturning && handedOver !== undefined && (
        <SendBackDialog
          handover={handedOver}
          subject={text(task.name)}
          onClose={() => setReturning(false)}
          onDone={onSentBack}
        />
      )}
    </footer>
  );
}

function DraftNote({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation();
  return (
    <span className={state === 'failed' ? 'field-problem' : 'quiet'} role="status">
      {state !== 'clean' && t(`tasks.draft.${state}`)}
    </span>
  );
}
