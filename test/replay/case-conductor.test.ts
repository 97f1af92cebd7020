import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';

const histories = join(import.meta.dirname, '..', 'fixtures', 'histories');
const workflows = join(import.meta.dirname, '..', '..', 'workflows', 'dist', 'index.js');
const changed = join(import.meta.dirname, '..', 'fixtures', 'workflows', 'changed-conductor.mjs');

interface RecordedEvent {
  readonly eventType: string;
}
interface RecordedHistory {
  readonly events: readonly RecordedEvent[];
}

/** Released versions, each with what was recorded of it (`npm run record:histories -- v1`). */
const recorded = readdirSync(histories).flatMap((version) =>
  readdirSync(join(histories, version)).map((file) => [version, file.replace(/\.json$/, '')] as const),
);
const historyOf = (version: string, name: string): RecordedHistory =>
  JSON.parse(readFileSync(join(histories, version, `${name}.json`), 'utf8')) as RecordedHistory;

const bundle = (workflowsPath: string): Promise<WorkflowBundle> =>
  bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
const replay = (workflowBundle: WorkflowBundle, history: RecordedHistory, name: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, history, `case/${name}`);

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
});
afterAll(() => Runtime.instance().shutdown());

describe('the workflows of today', () => {
  let today: WorkflowBundle;
  beforeAll(async () => {
    today = await bundle(workflows);
  }, 120_000);

  it.each(recorded)(
    'go on with what was recorded of %s: %s',
    async (version, name) => {
      await expect(replay(today, historyOf(version, name), name)).resolves.toBeUndefined();
    },
    60_000,
  );
});

describe('what was recorded', () => {
  const count = (name: string, type: string): number =>
    historyOf('v1', name).events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`).length;

  it('covers an effect done at once, retried, overtaken, given up and resolved, and several of them', () => {
    expect(recorded.filter(([version]) => version === 'v1').map(([, name]) => name)).toEqual([
      'cancelled',
      'done-at-once',
      'given-up-and-resolved',
      'retried',
      'several-effects',
    ]);
    expect(count('given-up-and-resolved', 'ACTIVITY_TASK_TIMED_OUT')).toBe(1);
    expect(count('given-up-and-resolved', 'WORKFLOW_EXECUTION_SIGNALED')).toBe(2);
    expect(count('several-effects', 'WORKFLOW_EXECUTION_SIGNALED')).toBe(5);
    expect(count('several-effects', 'ACTIVITY_TASK_COMPLETED')).toBe(3);
  });
});

describe('what was recorded of chains of calls', () => {
  const count = (name: string, type: string): number =>
    historyOf('call-chain-v1', name).events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`)
      .length;

  it('covers an answer by signal, one that is found at the next call, and none', () => {
    const names = recorded.filter(([version]) => version === 'call-chain-v1').map(([, name]) => name);
    expect(names).toEqual(['answered-without-a-signal', 'nobody-answers', 'second-answers']);
    expect(count('second-answers', 'WORKFLOW_EXECUTION_SIGNALED')).toBe(1);
    expect(count('second-answers', 'ACTIVITY_TASK_COMPLETED')).toBe(2);
    expect(count('answered-without-a-signal', 'TIMER_FIRED')).toBe(2);
    // Three calls, and the incident.
    expect(count('nobody-answers', 'ACTIVITY_TASK_COMPLETED')).toBe(4);
  });
});

describe('a conductor that was changed under running cases', () => {
  it('is reported as not deterministic', async () => {
    const other = await bundle(changed);
    await expect(replay(other, historyOf('v1', 'done-at-once'), 'done-at-once')).rejects.toThrow(
      expect.objectContaining({ name: 'DeterminismViolationError' }),
    );
  }, 120_000);
});
