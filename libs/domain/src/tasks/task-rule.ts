import type { AppError } from '@lianban/kernel';

/** What a rule may look at when somebody completes a task. */
export interface Completion {
  readonly node: string;
  readonly outcome: string | undefined;
  readonly form: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A named rule of the domain on a completion; undefined where it is satisfied. */
export type TaskRule = (completion: Completion) => AppError | undefined;

export const refusal = (code: string, message: string, path: string): AppError => ({
  kind: 'invalid',
  code,
  message,
  places: [{ path, message }],
});

export const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

export const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
