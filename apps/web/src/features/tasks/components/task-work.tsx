import type { CompletionPreview, TaskDetail, TaskOutcomeView } from '@lianban/contracts';
import { App } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../app/shortcuts.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useHold, usePreview } from '../api/task-queries.js';
import { fieldIds } from '../forms/form-schema.js';
import type { FormHandle } from '../forms/form-view.js';
import { ActBar } from './act-bar.js';
import { ConfirmLegalAct } from './confirm-legal-act.js';
import { OpinionField } from './opinion-field.js';
import { HandedOverNotice, ReturnedNotice, StaleNotice, TaskNotice } from './task-notices.js';
import { useCompletion, type Values } from './use-completion.js';
import { useDraft } from './use-draft.js';

const FormView = lazy(() => import('../forms/form-view.js'));

interface Asked {
  readonly outcome: TaskOutcomeView;
  readonly values: Values;
  readonly preview: CompletionPreview;
}

/** The form, the opinion and what can be done with them. Keyed by task: another task starts afresh. */
export function TaskWork({ task, onDone }: { readonly task: TaskDetail; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const text = useText2();
  const { message } = App.useApp();
  const form = useRef<FormHandle>(null);
  const opinionField = useRef<HTMLDivElement>(null);
  const [initial] = useState(task.formData);
  const values = useRef<Values>(initial);
  const [opinion, setOpinion] = useState(() =>
    typeof initial['opinion'] === 'string' ? initial['opinion'] : '',
  );
  const [pending, setPending] = useState<string>();
  const [isReady, setReady] = useState(task.form === undefined);
  const [asked, setAsked] = useState<Asked>();
  const { state: draft, keeper } = useDraft(task.id);
  const hold = useHold(task);
  const preview = usePreview(task.id);

  const keys = useMemo(() => new Set([...fieldIds(task.form?.zh).keys(), 'opinion']), [task.form]);
  const asksOpinion = task.form !== undefined && fieldIds(task.form.zh).has('opinion');
  const editable = task.may.complete;

  const completion = useCompletion(task, keys, (outcome) => {
    keeper.drop();
    setAsked(undefined);
    const name = text(task.name);
    void message.success(
      outcome === undefined
        ? t('tasks.completedPlain', { name })
        : t('tasks.completed', { name, outcome: text(outcome.name) }),
    );
    onDone();
  });

  const keep = (next: Values): void => {
    values.current = next;
    keeper.keep(next);
  };
  const focusProblem = (): void => {
    form.current?.focusFirstError();
    // After the words are there: focus reads them out.
    requestAnimationFrame(() => {
      opinionField.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  };
  const refused = (atField: boolean): void => {
    setPending(undefined);
    setAsked(undefined);
    if (atField) focusProblem();
  };

  const complete = (outcome: TaskOutcomeView | undefined): void => {
    if (pending !== undefined || !isReady) return;
    completion.clear();
    const read = form.current?.read() ?? { values: {}, valid: true };
    const given: Values = asksOpinion ? read.values : { ...read.values, opinion };
    if (!read.valid || completion.misses(outcome, given)) {
      focusProblem();
      return;
    }
    setPending(outcome?.code ?? '');
    if (outcome?.legal !== true) {
      completion.send(outcome, given, { onRefused: refused });
      return;
    }
    preview.mutate(completion.bodyOf(outcome, given), {
      onSuccess: (would) => {
        setPending(undefined);
        setAsked({ outcome, values: given, preview: would });
      },
      onError: (error) => refused(completion.refuse(error)),
    });
  };

  const holdIt = (act: 'claim' | 'release'): void =>
    hold.mutate(act, {
      onSuccess: () => void message.success(t(act === 'claim' ? 'tasks.claimed' : 'tasks.released')),
      onError: completion.refuse,
    });
  useShortcuts({
    c: () => {
      if (hold.isPending) return;
      if (task.may.claim) holdIt('claim');
      else if (task.may.release) holdIt('release');
    },
  });

  const { refusal, problems } = completion;
  return (
    <section className="task-work" aria-labelledby="task-form">
      <h2 id="task-form" className="visually-hidden">
        {t('tasks.form')}
      </h2>
      <HandedOverNotice of={task.handedOver} />
      <ReturnedNotice task={task} />
      <TaskNotice task={task} refused={refusal?.kind === 'closed'} />
      {refusal?.kind === 'stale' && <StaleNotice onReload={() => void completion.reload()} />}
      {refusal?.kind === 'other' && <ProblemAlert error={refusal.error} />}
      {task.form === undefined ? (
        editable && <p className="quiet">{t('tasks.noForm')}</p>
      ) : (
        <Suspense fallback={<Loading rows={6} />}>
          <FormView
            schema={task.form}
            initial={initial}
            readOnly={!editable}
            problems={problems}
            onChange={(next) => editable && keep({ ...values.current, ...next })}
            onReady={() => setReady(true)}
            handle={form}
          />
        </Suspense>
      )}
      {!asksOpinion && (editable || opinion !== '') && (
        <div ref={opinionField}>
          <OpinionField
            value={opinion}
            readOnly={!editable}
            problem={problems['opinion']}
            onChange={(next) => {
              setOpinion(next);
              keep({ ...values.current, opinion: next });
            }}
          />
        </div>
      )}
      {task.status === 'open' && (editable || task.may.claim || task.may.sendBack) && (
        <ActBar
          task={task}
          isReady={isReady}
          draft={draft}
          pending={completion.isPending || preview.isPending ? pending : undefined}
          holding={hold.isPending}
          onOutcome={complete}
          onHold={holdIt}
          onGone={() => keeper.drop()}
          onSentBack={() => {
            keeper.drop();
            onDone();
          }}
        />
      )}
      {asked !== undefined && (
        <ConfirmLegalAct
          outcome={asked.outcome}
          stepName={text(task.name)}
          preview={asked.preview}
          isPending={completion.isPending}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => completion.send(asked.outcome, asked.values, { onRefused: refused })}
        />
      )}
    </section>
  );
}
