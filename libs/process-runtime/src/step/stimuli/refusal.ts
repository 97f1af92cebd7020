import { type AppError, type Result, err, ok } from '@lianban/kernel';

export type Applied = Result<undefined, AppError>;

export const DONE: Applied = ok(undefined);

export const refuse = (kind: AppError['kind'], code: string, message: string): Applied =>
  err({ kind, code, message });
