import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { onPath } from './on-path.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';
import { Sentence, say } from './say.mjs';

/** The newest CLI that `go install` can build: later ones carry a replace directive. */
const version = '1.5.1';
const patience = 10_000;
const usualBuild = 'about three minutes, once for this machine';

/**
 * The `temporal` program: PATH, the cache, the official download, else built from its published source.
 * @returns {Promise<string>}
 */
export async function temporalCli() {
  const cached = join(cacheFolder(), `temporal-${version}`);
  const found = onPath('temporal') ?? (existsSync(cached) ? cached : undefined);
  if (found) return found;
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), 'temporal-'));
  try {
    const refusal = await download(scratch);
    if (refusal !== undefined) await build(scratch, refusal);
    // Into place in one step: another clone may be fetching the same.
    renameSync(join(scratch, 'temporal'), cached);
    return cached;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string | undefined>} why it could not be had
 */
async function download(folder) {
  const platform = /** @type {Record<string, string>} */ ({ linux: 'linux', darwin: 'darwin' })[
    process.platform
  ];
  const arch = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' })[process.arch];
  if (!platform || !arch) return `no download for ${process.platform} ${process.arch}`;
  const url = `https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${arch}`;
  say(`Temporal: downloading ${url}`);
  const archive = join(folder, 'temporal.tar.gz');
  const abort = new AbortController();
  // A host that does not answer must not hold the start; a slow download may go on.
  const timer = setTimeout(() => abort.abort(new Error(`no answer in ${patience / 1000} s`)), patience);
  try {
    const response = await fetch(url, { signal: abort.signal });
    clearTimeout(timer);
    if (!response.ok || response.body === null) return `HTTP ${response.status}`;
    await pipeline(Readable.fromWeb(response.body), createWriteStream(archive));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    clearTimeout(timer);
  }
  const unpacked = await run('tar', ['-xzf', archive, '-C', folder, 'temporal']);
  return unpacked.ok ? undefined : `the archive could not be unpacked: ${unpacked.output}`;
}

/**
 * @param {string} folder
 * @param {string} refusal why the download failed
 */
async function build(folder, refusal) {
  const go = onPath('go');
  if (go === undefined) throw missing(`the download failed (${refusal}) and there is no Go to build it`);
  const began = Date.now();
  say(`Temporal: the download failed (${refusal}); building it with Go instead: ${usualBuild}`);
  const timer = setInterval(
    () => say(`Temporal: still building, ${Math.round((Date.now() - began) / 1000)} s (${usualBuild})`),
    20_000,
  );
  const env = { ...process.env, GOBIN: folder };
  const done = await run(go, ['install', `github.com/temporalio/cli/cmd/temporal@v${version}`], { env });
  clearInterval(timer);
  if (!done.ok)
    throw missing(`the download failed (${refusal}) and so did the build (${done.output.slice(-400)})`);
  say(`Temporal: built in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** @param {string} why */
const missing = (why) =>
  new Sentence(
    `Temporal could not be had: ${why}. Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on PATH, or set TEMPORAL_ADDRESS.`,
    '无法获取 Temporal：请安装 Temporal CLI（https://docs.temporal.io/cli）并确保 temporal 在 PATH 中，或设置 TEMPORAL_ADDRESS。',
  );
