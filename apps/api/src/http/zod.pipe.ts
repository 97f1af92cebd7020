import type { PipeTransform } from '@nestjs/common';
import { invalid, type ErrorPlace } from '@lianban/kernel';
import type { z, ZodType } from 'zod';
import { zhCN } from 'zod/locales';

type Door = 'body' | 'query' | 'path';

const inChinese = zhCN().localeError;

/** RFC 6901 for a body; a plain name elsewhere. Unknown fields are refused at their own path. */
function placesOf(error: z.ZodError, chinese: z.ZodError | undefined, door: Door): ErrorPlace[] {
  const pathOf = (path: readonly PropertyKey[]): string =>
    door === 'body'
      ? path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
      : `${door}:${path.map(String).join('.')}`;
  return error.issues.slice(0, 50).flatMap((issue, index) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, 20).map((key) => ({
          path: pathOf([...issue.path, key.slice(0, 100)]),
          code: 'unknown-field',
          message: 'unknown field',
          zh: '没有这个字段',
        }))
      : [
          {
            path: pathOf(issue.path),
            code: issue.code,
            message: issue.message,
            zh: chinese?.issues[index]?.message ?? issue.message,
          },
        ],
  );
}

export class ZodPipe implements PipeTransform<unknown, unknown> {
  constructor(
    readonly schema: ZodType,
    readonly door: Door,
  ) {}

  transform(value: unknown): unknown {
    const parsed = this.schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    // The same issues in the same order: a schema judges alike in any language.
    const { error: chinese } = this.schema.safeParse(value ?? {}, { error: inChinese });
    throw invalid('API.INVALID_REQUEST', 'Some fields are not as required; see errors.', {
      places: placesOf(parsed.error, chinese, this.door),
    });
  }
}
