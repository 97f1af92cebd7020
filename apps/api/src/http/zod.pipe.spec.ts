import { AppException } from '@lianban/kernel';
import { z } from 'zod';
import { ZodPipe } from './zod.pipe.js';

const schema = z.strictObject({
  month: z.string(),
  items: z.array(z.object({ count: z.number().max(9) })).optional(),
});

const refusalOf = (value: unknown, door: 'body' | 'query' = 'query') => {
  try {
    new ZodPipe(schema, door).transform(value);
  } catch (failure) {
    if (failure instanceof AppException) return failure.error.places;
    throw failure;
  }
  return undefined;
};

describe('a request that does not fit', () => {
  it('names the field and says in both languages what is wrong', () => {
    expect(refusalOf({})).toEqual([
      {
        path: 'query:month',
        code: 'invalid_type',
        message: 'Invalid input: expected string, received undefined',
        zh: expect.stringContaining('无效输入'),
      },
    ]);
  });

  it('tells every place in the same order in both', () => {
    const places = refusalOf({ month: 1, items: [{ count: 10 }, {}], more: true }, 'body');
    expect(places?.map(({ path }) => path)).toEqual(['/month', '/items/0/count', '/items/1/count', '/more']);
    expect(places?.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('无效输入'),
      expect.stringContaining('9'),
      expect.stringContaining('无效输入'),
      '没有这个字段',
    ]);
  });

  it('lets through what fits', () => {
    expect(refusalOf({ month: '2026-11' })).toBeUndefined();
  });
});
