import type { Actor } from '@lianban/domain';
import fc from 'fast-check';
import type { Tx } from '../transaction/index.js';
import { canonicalText } from './canonical-text.js';
import { IdempotencyRecords, type IdempotencyScope, type KnownAnswer } from './idempotency-records.port.js';
import { oncePerKey } from './once-per-key.js';

class MemoryRecords extends IdempotencyRecords {
  private readonly known = new Map<string, KnownAnswer>();

  reserve(_tx: Tx, { actor, key, operation, bodyHash }: IdempotencyScope): Promise<KnownAnswer | undefined> {
    const found = this.known.get(`${actor} ${key}`);
    if (!found) this.known.set(`${actor} ${key}`, { operation, bodyHash, response: null });
    return Promise.resolve(found);
  }

  keep(_tx: Tx, { actor, key, operation, bodyHash }: IdempotencyScope, response: unknown): void {
    this.known.set(`${actor} ${key}`, { operation, bodyHash, response });
  }
}

const tx = {} as Tx;
const person = (id: string): Actor => ({
  tenant: 't',
  kind: 'person',
  id,
  name: id,
  roles: [],
  officeIds: [],
});

describe('a request with an Idempotency-Key', () => {
  let records: MemoryRecords;
  let effects: number;
  const ask = (
    more: { actor?: Actor; key?: string; operation?: string; body?: unknown } = {},
  ): Promise<number> => {
    const { actor = person('a'), key = 'k', operation = 'register', body = { name: 'x' } } = more;
    return oncePerKey(records, tx, { actor, key, operation, body }, () => {
      effects += 1;
      return Promise.resolve(effects);
    });
  };
  beforeEach(() => {
    records = new MemoryRecords();
    effects = 0;
  });

  it('has one effect and the same answer, however often it comes', async () => {
    expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
    expect(effects).toBe(1);
  });

  it('is the same one where only the order of its fields differs', async () => {
    expect(await ask({ body: { a: 1, b: [2, { c: 3, d: 4 }] } })).toBe(1);
    expect(await ask({ body: { b: [2, { d: 4, c: 3 }], a: 1 } })).toBe(1);
  });

  it.each([
    ['another body', { body: { name: 'y' } }],
    ['another operation', { operation: 'import' }],
  ])('is refused with %s', async (_what, more) => {
    await ask();
    await expect(ask(more)).rejects.toMatchObject({
      error: { kind: 'conflict', code: 'API.IDEMPOTENCY_KEY_REUSED' },
    });
    expect(effects).toBe(1);
  });

  it('is another one from another person, or of another kind of actor with the same id', async () => {
    expect([await ask(), await ask({ actor: person('b') })]).toEqual([1, 2]);
    expect(await ask({ actor: { ...person('a'), kind: 'institution' } })).toBe(3);
  });
});

describe('canonical text', () => {
  it('is equal for equal values, in whatever order they were built', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        return canonicalText(turned) === canonicalText(value);
      }),
    );
  });

  it('differs where values differ, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
        expect(JSON.parse(canonicalText(a))).toEqual(JSON.parse(first));
        if (canonicalText(a) === canonicalText(b)) expect(JSON.parse(second)).toEqual(JSON.parse(first));
      }),
    );
  });

  it('keeps the order of lists and has a text for nothing', () => {
    expect(canonicalText([2, 1])).toBe('[2,1]');
    expect([canonicalText(undefined), canonicalText(null)]).toEqual(['null', 'null']);
  });
});
