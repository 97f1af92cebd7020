import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseOpened, TaskCompleted } from '@lianban/application';
import type { CaseDetail, CasePreview, CaseTask } from '@lianban/contracts';
import type { City, Person } from '@lianban/testing';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'workflows');

export const fixture = (name: string): string => readFileSync(join(fixtures, `${name}.bpmn`), 'utf8');

/** Publishes a process of test/fixtures/workflows, perhaps with a change to its text; answers the id of the version. */
export const publish = async (
  city: City,
  name: string,
  change: (xml: string) => string = (xml) => xml,
): Promise<string> => {
  const admin = await city.person('admin');
  const body = { xml: change(fixture(name)), manifest: { pack: 'test' } };
  return (await admin.post<{ readonly id: string }>('/api/definitions', body)).id;
};

/** One case of a fixture, worked by the offices of Dinghai through the API. */
export class Desk {
  private constructor(
    readonly city: City,
    readonly caseId: string,
  ) {}

  static async open(
    city: City,
    definitionKey: string,
    data: Readonly<Record<string, unknown>> = {},
  ): Promise<Desk> {
    const clerk = await city.person('health.dinghai');
    const opened = await clerk.post<CaseOpened>('/api/cases', {
      definitionKey,
      title: '测试办件',
      district: '330902',
      data,
    });
    return new Desk(city, opened.case.id);
  }

  static of(city: City, caseId: string): Desk {
    return new Desk(city, caseId);
  }

  async file(): Promise<CaseDetail> {
    return (await this.city.person('admin')).get(`/api/cases/${this.caseId}`);
  }

  async tasks(node?: string): Promise<readonly CaseTask[]> {
    const { tasks } = await this.file();
    return tasks.filter((task) => task.status === 'open' && (node === undefined || task.node === node));
  }

  /** The open task of a step; there must be exactly one. */
  async task(node: string): Promise<CaseTask> {
    const found = await this.tasks(node);
    const [task] = found;
    if (!task || found.length > 1)
      throw new Error(
        `${found.length} tasks at ${node}; open: ${(await this.tasks()).map((it) => it.node).join()}`,
      );
    return task;
  }

  clerk(task: CaseTask): Promise<Person> {
    return this.city.clerkOf(task.office.id);
  }

  async complete(node: string, outcome?: string): Promise<CaseTask> {
    const task = await this.task(node);
    await this.completeTask(task, outcome);
    return task;
  }

  async completeTask(task: CaseTask, outcome?: string): Promise<TaskCompleted> {
    const clerk = await this.clerk(task);
    const body = { version: task.version, form: {}, ...(outcome === undefined ? {} : { outcome }) };
    return clerk.post(`/api/tasks/${task.id}/complete`, body);
  }

  /** Names of the open steps, in order. */
  async stands(): Promise<readonly string[]> {
    return (await this.tasks()).map(({ node }) => node).toSorted();
  }
}

/** What really changed between two readings of a case, in the shape of a preview: the two must agree. */
export const changedBetween = (
  before: CaseDetail,
  after: CaseDetail,
): { readonly [Part in 'opens' | 'cancels' | 'clocks']: readonly string[] } => {
  const openBefore = new Set(before.tasks.filter(({ status }) => status === 'open').map(({ id }) => id));
  return {
    opens: after.tasks
      .filter(({ id, status }) => status === 'open' && !openBefore.has(id))
      .map(({ name, office, assignee, dueAt }) =>
        [name.en, office.name.en, assignee?.name.en, dueAt].join('|'),
      ),
    cancels: after.tasks
      .filter(({ id, status }) => status === 'cancelled' && openBefore.has(id))
      .map(({ name, office }) => [name.en, office.name.en].join('|')),
    clocks: after.clocks
      .filter(({ id, state, dueAt }) => {
        const was = before.clocks.find((clock) => clock.id === id);
        return was?.state !== state || (state === 'running' && was.dueAt !== dueAt);
      })
      .map(({ name, dueAt }) => [name.en, dueAt].join('|'))
      .toSorted(),
  };
};

/** The same of a preview; clocks that only go on as they were are no change. */
export const changedBy = (preview: CasePreview): ReturnType<typeof changedBetween> => ({
  opens: preview.opens.map(({ name, office, holder, dueAt }) =>
    [name.en, office.en, holder?.en, dueAt].join('|'),
  ),
  cancels: preview.cancels.map(({ name, office }) => [name.en, office.en].join('|')),
  clocks: preview.clocks
    .filter(({ change, dueBefore }) => change !== 'goes-on' || dueBefore !== undefined)
    .map(({ name, dueAt }) => [name.en, dueAt].join('|'))
    .toSorted(),
});
