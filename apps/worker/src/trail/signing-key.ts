import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The key that signs batches, from its file. Where there is none it is made, for its owner's eyes only; of several
 * processes that start together one makes it and all read it.
 */
export const signingKey = async (file: string): Promise<KeyObject> => {
  const key = createPrivateKey((await readIfThere(file)) ?? (await makeOnce(file)));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key.`);
  return key;
};

const readIfThere = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOENT') throw failure;
    return undefined;
  });

/**
 * A link appears with its whole content or not at all: nobody reads a key half written, and a process killed between
 * two steps leaves no empty file that would stop every later start.
 */
const makeOnce = async (file: string): Promise<string> => {
  await mkdir(dirname(file), { recursive: true });
  const own = `${file}.${randomUUID()}`;
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    await writeFile(own, made, { mode: 0o600, flag: 'wx', flush: true });
    await link(own, file).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EEXIST') throw failure;
    });
  } finally {
    await rm(own, { force: true });
  }
  return readFile(file, 'utf8');
};
