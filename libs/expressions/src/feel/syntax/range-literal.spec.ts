import { compileExpression } from '../compile.js';
import { NameScope } from '../names.js';
import { Run } from '../run.js';

const valueOf = (source: string): unknown => {
  const compiled = compileExpression(source, NameScope.of([]));
  return compiled.ok ? compiled.value.evaluate(new Map(), new Run()) : compiled.error.code;
};

describe('a range that ends with [', () => {
  it.each([
    ['1 in [0..1[', false],
    ['-1 in [-3..-1[', false],
    ['-2 in [-3..-1[', true],
    ['count([[-3..-1[, [0..1[])', 2],
  ])('%s', (source, value) => expect(valueOf(source)).toBe(value));
});
