import { join } from 'node:path';
import { ChildProgram } from './child-program.js';
import { freePort } from './free-port.js';

/** How a simulated system behaves from now on. */
export type SystemMode = 'ok' | 'slow' | 'failing' | 'down' | 'reject';

export interface SystemCall {
  readonly at: string;
  readonly system: string;
  readonly path: string;
  readonly key: string;
  readonly status: number;
  /** False where the Idempotency-Key was known already, or the call failed. */
  readonly effect: boolean;
}

/** A text message as its gateway has it. */
interface TextMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** A to-do as the unified list shows it, with every state it was told, in order. */
export interface ListedTodo {
  readonly id: string;
  readonly revision: number;
  readonly act: 'push' | 'withdraw';
  readonly title: string;
  readonly office: string;
  readonly person?: string;
  readonly history: readonly ('push' | 'withdraw')[];
}

/** The other departments' systems in the hands of a test. */
export interface DepartmentSystems {
  readonly url: string;
  set(system: 'health-commission' | 'publication' | 'sms' | 'unified-todo', mode: SystemMode): Promise<void>;
  textMessages(): Promise<readonly TextMessage[]>;
  todos(): Promise<readonly ListedTodo[]>;
  journal(): Promise<readonly SystemCall[]>;
  stop(): Promise<void>;
}

// libs/testing/src/stack → the clone.
const program = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'apps/dev-stack/src/department-systems/server.mjs',
);

export async function startDepartmentSystems(): Promise<DepartmentSystems> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = new ChildProgram({
    name: 'department systems',
    command: process.execPath,
    arguments: [program],
    env: { ...process.env, NODE_OPTIONS: '', DEPARTMENT_SYSTEMS_PORT: String(port) },
    isReady: async () => (await fetch(`${url}/journal`).catch(() => undefined))?.status === 200,
  });
  await server.start();
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  return {
    url,
    set: async (system, mode) => {
      const answer = await fetch(`${url}/control/${system}`, {
        method: 'PUT',
        body: JSON.stringify({ mode }),
      });
      if (!answer.ok) throw new Error(`the simulator does not know ${system} ${mode}`);
    },
    journal: () => read<readonly SystemCall[]>('/journal'),
    textMessages: () => read<readonly TextMessage[]>('/sms/messages'),
    todos: () => read<readonly ListedTodo[]>('/unified-todo/todos'),
    stop: () => server.stop(),
  };
}
