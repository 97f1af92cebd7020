import type { DeliveryCause } from '@lianban/contracts';
import { defect, unavailable } from '@lianban/kernel';
import { causeOfSilence, codeOf } from './cause-of-failure.js';

/** A receiver that takes longer has failed, in milliseconds. */
const PATIENCE_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

/** Codes by which a receiver asks to come again; every other 3xx and 4xx is final (RFC 9110, RFC 6585). */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * @throws AppException `NOTICES.UNREACHABLE` where trying again may help, `NOTICES.REFUSED` where it cannot.
 */
export const postJson = async (
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const answer = await ask(url, body, headers).catch((failure: unknown) => {
    throw unavailable('NOTICES.UNREACHABLE', `${url.host} does not answer: ${codeOf(failure)}.`, {
      details: { cause: causeOfSilence(failure) },
    });
  });
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const cause: DeliveryCause = status >= 500 ? 'http-server-error' : 'http-client-error';
  if (status >= 500 || PASSING.has(status)) {
    throw unavailable('NOTICES.UNREACHABLE', `${url.host} answered ${status}.`, { details: { cause } });
  }
  throw defect('NOTICES.REFUSED', `${url.host} refused it: ${status}.`, { details: { cause } });
};

const ask = async (url: URL, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    // Another place was allowed by nobody.
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.status, text: await shortTextOf(response) };
};

/** A receiver may answer without end: what is beyond a receipt is not read. */
const shortTextOf = async ({ body }: Response): Promise<string> => {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > LARGEST_ANSWER) break;
  }
  return text;
};
