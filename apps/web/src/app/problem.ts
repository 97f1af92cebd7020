import type { Problem } from '@lianban/contracts';
import type { Language } from '../i18n/language.js';

/** What the server refused, as RFC 9457 tells it; `code` is stable and is what screens decide on. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly errors: NonNullable<Problem['errors']>;
  readonly instance: string | undefined;

  constructor(problem: Partial<Problem> & { readonly status: number; readonly code: string }) {
    super(problem.title ?? problem.code);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail ?? '';
    this.details = problem.details ?? {};
    this.errors = problem.errors ?? [];
    this.instance = problem.instance;
  }
}

/** No answer at all: the network, or a server that is restarting. */
export const unreachable = (): ApiProblem => new ApiProblem({ status: 0, code: 'WEB.UNREACHABLE' });

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

/** What is wrong at one place of the input, in the reader's language where the server has it. */
export const wordsOfPlace = ({ message, zh }: ApiProblem['errors'][number], language: Language): string =>
  language === 'zh' ? (zh ?? message) : message;
