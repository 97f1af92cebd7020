import type { Problem } from '@lianban/contracts';
import { ApiProblem, unreachable } from './problem.js';
import { currentLanguage } from '../i18n/language.js';

type Query = Readonly<Record<string, string | number | undefined>>;

interface Call {
  readonly body?: unknown;
  readonly query?: Query;
  readonly signal?: AbortSignal;
  /** The page may be closing: the browser finishes the request without it. */
  readonly keepalive?: boolean;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const addressOf = (path: string, query: Query = {}): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return `/api${path}${entries.length > 0 ? `?${search.toString()}` : ''}`;
};

async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    return new ApiProblem({ ...problem, status: response.status, code: problem.code ?? 'WEB.UNREADABLE' });
  } catch {
    return new ApiProblem({ status: response.status, code: 'WEB.UNREADABLE', detail: text.slice(0, 200) });
  }
}

async function attempt(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

/**
 * One intent, one key: a request that got no answer is sent again under the same Idempotency-Key, so a lost answer
 * never becomes a second act.
 */
async function send<T>(method: string, path: string, call: Call = {}): Promise<T> {
  const mutates = method !== 'GET';
  const isForm = call.body instanceof FormData;
  const headers = new Headers({ 'accept-language': currentLanguage(), accept: 'application/json' });
  if (mutates) headers.set('idempotency-key', crypto.randomUUID());
  if (mutates && !isForm) headers.set('content-type', 'application/json');
  const init: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    ...(call.signal === undefined ? {} : { signal: call.signal }),
    ...(call.keepalive === true ? { keepalive: true } : {}),
    ...(mutates ? { body: isForm ? call.body : JSON.stringify(call.body ?? {}) } : {}),
  };
  const url = addressOf(path, call.query);
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await attempt(url, init);
      if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
      throw await problemOf(response);
    } catch (error) {
      const passing = error instanceof ApiProblem && (error.status === 0 || error.status === 503);
      if (!passing || tries === 3 || !mutates) throw error;
      await pause(400 * tries * tries);
    }
  }
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    send<T>('GET', path, {
      ...(query === undefined ? {} : { query }),
      ...(signal === undefined ? {} : { signal }),
    }),
  post: <T>(path: string, body?: unknown, query?: Query): Promise<T> =>
    send<T>('POST', path, { body, ...(query === undefined ? {} : { query }) }),
  put: <T>(path: string, body: unknown, keepalive = false): Promise<T> =>
    send<T>('PUT', path, { body, keepalive }),
  delete: <T>(path: string): Promise<T> => send<T>('DELETE', path),
  /** BPMN and other text that is not JSON. */
  text: async (path: string, signal?: AbortSignal): Promise<string> => {
    const response = await attempt(addressOf(path), {
      credentials: 'same-origin',
      headers: { 'accept-language': currentLanguage() },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await problemOf(response);
    return response.text();
  },
};
