import type { ActVerdict } from '@lianban/application';
import type { AppError } from '@lianban/kernel';
import type { Possible, Text2 } from '@lianban/contracts';
import { problemOf } from '@lianban/platform';

/** Why not, as the refusal itself would say it. */
export const possible = ({ refused }: ActVerdict): Possible =>
  refused === undefined
    ? { allowed: true }
    : {
        allowed: false,
        code: refused.code,
        why: saidInBoth(refused),
      };

export const saidInBoth = (refused: AppError): Text2 => ({
  zh: saidIn(refused, 'zh'),
  en: saidIn(refused, 'en'),
});

const saidIn = (refused: AppError, language: 'zh' | 'en'): string =>
  problemOf(refused, language).detail ?? refused.message;
