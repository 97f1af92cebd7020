import { readdir, readFile } from 'node:fs/promises';
import { CONDUCTOR_OPERATIONS } from '@lianban/application';
import { compileProcess, type Compilation, type Surroundings } from '@lianban/bpmn-compiler';
import { TASK_RULES } from '@lianban/domain';
import { parseExpression } from '@lianban/expressions';
import { type PolicyPack, readPolicyPack } from '../../prisma/seed/policy-pack.js';

const packFolder = new URL('../../workflows/policy-packs/zhoushan-childcare/', import.meta.url);
const localServiceFolder = new URL('../../libs/application/src/cases/local-services/', import.meta.url);

/** Lanes that name a role instead of a department; routing resolves them. */
const ROLE_LANES = ['registration-authority', 'institution', 'system'];

export const readPack = (): Promise<PolicyPack> => readPolicyPack(packFolder.pathname);

export const readPackJson = async <T>(path: string): Promise<T> =>
  JSON.parse(await readFile(new URL(path, packFolder), 'utf8')) as T;

/** Names under which local services answer; read from their source, because an instance of one needs the house. */
const localServiceNames = async (): Promise<ReadonlySet<string>> => {
  const files = (await readdir(localServiceFolder)).filter((file) => file.endsWith('.service.ts'));
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, localServiceFolder), 'utf8')));
  return new Set(sources.flatMap((source) => /readonly name = '([^']+)'/.exec(source)?.[1] ?? []));
};

/** Everything publishing would hold a process of the pack against. */
export const packSurroundings = async (
  pack: PolicyPack,
  forms: readonly string[],
): Promise<Required<Surroundings>> => ({
  calledProcess: () => undefined,
  decisions: new Set<string>(),
  expressionProblem: (text) => {
    const parsed = parseExpression(text);
    return parsed.ok ? undefined : parsed.error.message;
  },
  departments: new Set([...pack.departments.map(({ code }) => code), ...ROLE_LANES]),
  inspectors: new Set(
    pack.departments.filter(({ enforcementPower }) => enforcementPower).map(({ code }) => code),
  ),
  ladders: new Map(pack.ladders.map(({ code, serves }) => [code, serves])),
  localServices: await localServiceNames(),
  operations: new Set(CONDUCTOR_OPERATIONS),
  taskRules: new Set(Object.keys(TASK_RULES)),
  forms: new Set(forms),
  events: new Map(pack.events.map(({ type, schema }) => [type, schema])),
});

export const compilePackProcess = async (pack: PolicyPack, key: string): Promise<Compilation> => {
  const process = pack.processes.find(({ manifest }) => manifest.key === key);
  if (!process) throw new Error(`The pack has no process ${key}.`);
  return compileProcess(process.xml, await packSurroundings(pack, Object.keys(process.forms)));
};
