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

/** The other departments' systems in the hands of a test. */
export interface DepartmentSystems {
  readonly url: string;
  set(system: 'health-commission' | 'publication', mode: SystemMode): Promise<void>;
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
  return {
    url,
    set: async (system, mode) => {
      const answer = await fetch(`${url}/control/${system}`, {
        method: 'PUT',
        body: JSON.stringify({ mode }),
      });
      if (!answer.ok) throw new Error(`the simulator does not know ${system} ${mode}`);
    },
    journal: async () => (await (await fetch(`${url}/journal`)).json()) as readonly SystemCall[],
    stop: () => server.stop(),
  };
}
