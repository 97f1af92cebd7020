/**
 * Prisma's schema engine as WebAssembly (docs/decisions/0004): its binary comes from a host that many networks block. Used
 * to apply migrations and to bring `prisma/schema` up to them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The engine belongs to the persistence library; wherever npm put it, that library can see it.
const require = createRequire(join(import.meta.dirname, '..', 'libs', 'persistence', 'package.json'));
/** @param {string} name */
export const load = (name) => import(pathToFileURL(require.resolve(name)).href);

/** Where the engine leaves its last words when it panics; without the place, the words would be lost in a TypeError. */
const panics = { message: '', set_message: (/** @type {string} */ text) => void (panics.message = text) };
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });

/**
 * A session of the engine on a database, ended by `end`: its locks live as long as its connections.
 * @param {string} url
 * @param {[path: string, content: string][]} datamodels
 * @returns {Promise<{session: any, end: () => Promise<void>}>}
 */
export async function openEngine(url, datamodels) {
  const [{ PrismaPg }, { bindMigrationAwareSqlAdapterFactory }, engine] = await Promise.all([
    load('@prisma/adapter-pg'),
    load('@prisma/driver-adapter-utils'),
    loadEngine(),
  ]);
  const { factory, connections } = mendAdapter(new PrismaPg({ connectionString: url }));
  const session = await engine.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return {
    session,
    end: async () => void (await Promise.all(connections.map((connection) => connection.dispose()))),
  };
}

/** PostgreSQL's one-letter type of its own catalogues, and what the adapter calls text and a letter. */
const catalogueLetter = 18;
const text = 25;
const adapterCharacter = 6;

/**
 * Two faults of the adapter (7.10.0). It cuts a script at every semicolon, those in comments, texts and function bodies
 * too; PostgreSQL can read a script by itself, and runs it as one transaction: a migration applies whole or not at all.
 * And it does not know the type `"char"`, which PostgreSQL's own catalogues use and the engine asks for.
 * @param {any} factory
 */
function mendAdapter(factory) {
  /** @type {any[]} */
  const connections = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = (/** @type {string} */ script) =>
      adapter.client.query(script).then(
        () => undefined,
        (/** @type {unknown} */ error) => adapter.onError(error),
      );
    const [performIO, queryRaw] = [adapter.performIO.bind(adapter), adapter.queryRaw.bind(adapter)];
    adapter.performIO = async (/** @type {unknown} */ query) => {
      const answer = await performIO(query);
      adapter.letters = answer.fields.map((/** @type {any} */ it) => it.dataTypeID === catalogueLetter);
      for (const field of answer.fields) if (field.dataTypeID === catalogueLetter) field.dataTypeID = text;
      return answer;
    };
    adapter.queryRaw = async (/** @type {unknown} */ query) => {
      const answer = await queryRaw(query);
      const letters = adapter.letters;
      answer.columnTypes = answer.columnTypes.map(
        (/** @type {number} */ type, /** @type {number} */ index) =>
          letters[index] ? adapterCharacter : type,
      );
      return answer;
    };
    connections.push(adapter);
    return adapter;
  };
  return { factory, connections };
}

/** @type {Promise<any> | undefined} */
let engineOnce;

/** Once a process: a second instance would be handed the memory addresses of the first. */
const loadEngine = () => (engineOnce ??= instantiateEngine());

async function instantiateEngine() {
  const glue = await load('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  // The types of Node 20 do not know it.
  const { WebAssembly: assembly } = /** @type {any} */ (globalThis);
  const compiled = new assembly.Module(readFileSync(wasm));
  const { exports } = new assembly.Instance(compiled, { './schema_engine_bg.js': glue });
  glue['__wbg_set_wasm'](exports);
  exports['__wbindgen_start']();
  return glue;
}
