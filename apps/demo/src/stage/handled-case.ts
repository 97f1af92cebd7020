import type { CaseDetail, Page, TaskDetail, TaskRow, Text2 } from '@lianban/contracts';
import { Difference, same } from '../public-api/difference.js';
import { type LocalMinute, localMinute } from './local-time.js';
import type { Actor } from './city.js';
import { engine, type Stage } from './stage.js';

/** What somebody does with a task, and what the brief says about it beforehand. */
export interface Handling {
  readonly by: string;
  readonly node: string;
  readonly outcome: string;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly opinion?: string;
  /** When the task is due. */
  readonly due?: LocalMinute;
}

/** A case as the offices handle it: each task is looked for where it must lie, in the inbox of its office. */
export class HandledCase {
  constructor(
    private readonly stage: Stage,
    readonly id: string,
    readonly caseNo: string,
  ) {}

  /** Claims a task and completes it. */
  async complete({ by, node, outcome, form = {}, opinion, due }: Handling): Promise<void> {
    await this.stage.city.beforeStep(`${by}: ${node} ${outcome}`);
    const actor = await this.stage.actor(by);
    const task = await this.task(actor, node);
    const dueAt = task.dueAt === undefined ? undefined : localMinute(task.dueAt);
    same(`${this.caseNo} ${task.name.en}: due`, dueAt, due);
    const { version } = await actor.caller.post<TaskRow>(`/api/tasks/${task.id}/claim`);
    const body = { version, outcome, form, ...(opinion === undefined ? {} : { opinion }) };
    await actor.caller.post(`/api/tasks/${task.id}/complete`, body);
    await this.stage.tell(actor.name, actOn(task, outcome), due === undefined ? {} : { due });
  }

  /** Tries what a rule forbids. */
  async isRefused({ by, node, outcome, form = {}, opinion }: Handling, code: string): Promise<void> {
    const actor = await this.stage.actor(by);
    const task = await this.task(actor, node);
    const problem = await actor.caller.refused(`/api/tasks/${task.id}/complete`, {
      version: task.version,
      outcome,
      form,
      ...(opinion === undefined ? {} : { opinion }),
    });
    same(`${this.caseNo} ${task.name.en}: ${outcome} is refused`, problem.code, code);
    const { zh, en } = actOn(task, outcome);
    const what = { zh: `${zh} ✗ ${problem.detail}`, en: `${en} ✗ refused: ${code}` };
    await this.stage.tell(actor.name, what);
  }

  /** A task in the inbox of the office that `by` sits in; it must come there by itself. */
  private task(by: Actor, node: string): Promise<TaskDetail> {
    return this.stage.eventually(`${node} of ${this.caseNo} in the inbox of ${by.name.en}`, async () => {
      const path = `/api/inbox?box=office&limit=100&q=${encodeURIComponent(this.caseNo)}`;
      const { items } = await by.caller.get<Page<TaskRow>>(path);
      for (const { id } of items.filter(({ caseId }) => caseId === this.id)) {
        const task = await by.caller.get<TaskDetail>(`/api/tasks/${id}`);
        if (task.node === node) return task;
      }
      return undefined;
    });
  }

  /** The case page as an administrator reads it. */
  async page(): Promise<CaseDetail> {
    const { caller } = await this.stage.actor('admin');
    return caller.get(`/api/cases/${this.id}`);
  }

  /** Waits until the case stands at an element, after the worker did its part. */
  standsAt(node: string): Promise<CaseDetail> {
    return this.stage.eventually(`${this.caseNo} stands at ${node}`, async () => {
      const page = await this.page();
      return page.current.some((place) => place.node === node) ? page : undefined;
    });
  }

  async standsNotAt(node: string): Promise<void> {
    const { current } = await this.page();
    if (current.some((place) => place.node === node))
      throw new Difference(`${this.caseNo} must not stand at ${node} yet`);
  }

  /** Says what the engine did by itself. */
  tellEngine(at: LocalMinute, what: Text2): Promise<void> {
    return this.stage.tell(engine, what, { at });
  }

  async endsAs(outcome: string): Promise<void> {
    const page = await this.stage.eventually(`${this.caseNo} ends`, async () => {
      const seen = await this.page();
      return seen.status === 'ended' ? seen : undefined;
    });
    same(`${this.caseNo}: outcome`, page.outcome, outcome);
    await this.stage.tell(engine, { zh: `办结：${outcome}`, en: `Case closed: ${outcome}` });
  }
}

const actOn = (task: TaskDetail, outcome: string): Text2 => {
  const chosen = task.outcomes.find(({ code }) => code === outcome)?.name ?? { zh: outcome, en: outcome };
  const step = task.stepNo === undefined ? '' : `${task.stepNo} `;
  return { zh: `${step}${task.name.zh}：${chosen.zh}`, en: `${step}${task.name.en}: ${chosen.en}` };
};
