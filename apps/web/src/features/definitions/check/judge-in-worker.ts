import type { DefinitionToJudge, Diagnostic } from '@lianban/bpmn-compiler/judge';

/** As long as the server gives a file. */
const PATIENCE_MS = 20_000;

/** The same checks as at the server, in this browser; undefined where they take too long or the author goes on. */
export function judgeInWorker(
  request: DefinitionToJudge,
  signal: AbortSignal,
): Promise<readonly Diagnostic[] | undefined> {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<readonly Diagnostic[] | undefined>((resolve, reject) => {
    const late = setTimeout(() => resolve(undefined), PATIENCE_MS);
    signal.addEventListener('abort', () => resolve(undefined));
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Diagnostic[]>) => {
      clearTimeout(late);
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      clearTimeout(late);
      reject(new Error(event.message));
    });
    worker.postMessage(request, []);
  }).finally(() => worker.terminate());
}
