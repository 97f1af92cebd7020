import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { Sentence } from './say.mjs';

/** Prisma's client is made from the schema, not kept in the repository; tests of sources need it before any build. */
export async function generateClient() {
  const done = await run(process.execPath, [inRoot('prisma', 'generate.mjs')], { cwd: root });
  if (done.ok) return;
  throw new Sentence(
    `Prisma could not make its client from prisma/schema:\n${done.output.slice(-3000)}`,
    'Prisma 无法根据 prisma/schema 生成客户端，原因见上。',
  );
}
