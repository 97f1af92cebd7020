import type { ActVerdict } from '@lianban/application';
import type { Possible } from '@lianban/contracts';
import { problemOf } from '@lianban/platform';

/** Why not, as the refusal itself would say it. */
export const possible = ({ refused }: ActVerdict): Possible =>
  refused === undefined
    ? { allowed: true }
    : {
        allowed: false,
        code: refused.code,
        why: { zh: saidIn(refused, 'zh'), en: saidIn(refused, 'en') },
      };

const saidIn = (refused: NonNullable<ActVerdict['refused']>, language: 'zh' | 'en'): string =>
  problemOf(refused, language).detail ?? refused.message;
