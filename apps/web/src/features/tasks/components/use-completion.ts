import type { CompleteTaskRequest, TaskDetail, TaskOutcomeView } from '@lianban/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../app/problem.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useProblemText } from '../../../ui/problem-alert.js';
import { taskKey, useComplete } from '../api/task-queries.js';
import { placeProblems } from './field-problems.js';

/** What came back instead of a completion, by what the screen does about it. */
export type Refusal =
  { readonly kind: 'closed' | 'held' | 'stale' } | { readonly kind: 'other'; readonly error: unknown };

const refusals: Readonly<Record<string, 'closed' | 'held' | 'stale'>> = {
  'TASKS.ALREADY_COMPLETED': 'closed',
  'TASKS.ALREADY_CANCELLED': 'closed',
  'TASKS.CLAIMED_BY_OTHER': 'held',
  'TASKS.VERSION_STALE': 'stale',
};

export type Values = Readonly<Record<string, unknown>>;

/** Which items or units a rule of the domain means. */
const namedThings = (details: Readonly<Record<string, unknown>>): readonly string[] =>
  [details['items'], details['units']]
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
    .map(String);

const noProblems: Readonly<Record<string, string>> = {};

/** Hands a task in and sorts the answer: done, words at fields, or a refusal to explain. */
export function useCompletion(
  task: TaskDetail,
  keys: ReadonlySet<string>,
  onDone: (outcome: TaskOutcomeView | undefined) => void,
) {
  const { t, i18n } = useTranslation();
  const text = useText2();
  const problemText = useProblemText();
  const client = useQueryClient();
  const complete = useComplete(task);
  const [problems, setProblems] = useState(noProblems);
  const [refusal, setRefusal] = useState<Refusal>();

  const nameOf = (code: string): string => {
    const key = [`cases.materials.kind.${code}`, `tasks.unit.${code}`].find((name) => i18n.exists(name));
    return key === undefined ? code : t(key);
  };

  /** True where the words could go to fields of this form. */
  const refuse = (error: unknown): boolean => {
    const known = isProblem(error) ? refusals[error.code] : undefined;
    if (known !== undefined) {
      setRefusal({ kind: known });
      return false;
    }
    const { fields, elsewhere } = placeProblems(isProblem(error) ? error.errors : [], keys);
    // A rule of the domain says it in `detail`; the title only names the kind of refusal.
    const said = isProblem(error) && error.detail !== '' ? error.detail : problemText(error).title;
    const things = isProblem(error)
      ? namedThings(error.details)
          .map((code) => nameOf(code))
          .join(', ')
      : '';
    const worded = Object.entries(fields).map(([key, { code }]) => {
      const own = `tasks.field.${code ?? ''}`;
      const words = code !== undefined && i18n.exists(own) ? t(own) : said;
      return [key, things === '' ? words : `${words} (${things})`] as const;
    });
    setProblems(Object.fromEntries(worded));
    setRefusal(worded.length > 0 && elsewhere.length === 0 ? undefined : { kind: 'other', error });
    return worded.length > 0;
  };

  /** What the browser can say before it asks the server. */
  const misses = (outcome: TaskOutcomeView | undefined, values: Values): boolean => {
    const opinion = values['opinion'];
    if (outcome?.reasonRequired !== true || (typeof opinion === 'string' && opinion.trim() !== ''))
      return false;
    setProblems({ opinion: t('tasks.field.reason', { outcome: text(outcome.name) }) });
    return true;
  };

  const bodyOf = (
    outcome: TaskOutcomeView | undefined,
    { opinion, ...form }: Values,
  ): CompleteTaskRequest => ({
    version: task.version,
    form,
    ...(outcome === undefined ? {} : { outcome: outcome.code }),
    ...(typeof opinion === 'string' && opinion.trim() !== '' ? { opinion } : {}),
  });

  /** Two clicks come faster than a render: the second finds the act on its way. */
  const underway = useRef(false);

  return {
    problems,
    refusal,
    isPending: complete.isPending,
    misses,
    refuse,
    bodyOf,
    clear: (): void => {
      setProblems(noProblems);
      setRefusal(undefined);
    },
    reload: async (): Promise<void> => {
      setRefusal(undefined);
      await client.invalidateQueries({ queryKey: taskKey(task.id) });
    },
    send: (
      outcome: TaskOutcomeView | undefined,
      values: Values,
      { onRefused }: { readonly onRefused: (atField: boolean) => void },
    ): void => {
      if (underway.current) return;
      underway.current = true;
      complete.mutate(bodyOf(outcome, values), {
        onSuccess: () => onDone(outcome),
        onError: (error) => {
          underway.current = false;
          onRefused(refuse(error));
        },
      });
    },
  };
}
