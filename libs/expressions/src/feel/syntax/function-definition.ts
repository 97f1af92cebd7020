import { ANY, functionOf, NULL } from '../types/feel-type.js';
import type { FeelParameter } from '../values/feel-value.js';
import { readContext } from './context-literal.js';
import type { Reading } from './reading.js';
import type { Node } from './tree.js';
import { readType } from './type-expressions.js';
import { readNewName } from './words.js';

/** `function(a, b: number) a + b`. Functions of other languages can be read, and are null: no code from outside runs here. */
export const readFunction = (reading: Reading): Node => {
  const { cursor, levels } = reading;
  const from = cursor.position;
  cursor.takeWord('function');
  cursor.expect('(', 'after "function"');
  const parameters = readParameters(reading);
  if (cursor.takeWord('external')) {
    reading.nested(readContext);
    reading.report('EXTERNAL_FUNCTION', 'Functions of other languages cannot be called.', cursor.since(from));
    return reading.node<'literal'>(from, NULL, [], { kind: 'literal', value: null });
  }
  for (const { name, type } of parameters) levels.push(name, type ?? ANY);
  const body = reading.expression();
  levels.pop(parameters.length);
  const type = functionOf(
    parameters.map((parameter) => parameter.type ?? ANY),
    body.type,
  );
  return reading.node<'function'>(from, type, [body], { kind: 'function', parameters, body });
};

const readParameters = (reading: Reading): FeelParameter[] => {
  const { cursor } = reading;
  const parameters: FeelParameter[] = [];
  if (cursor.take(')')) return parameters;
  do {
    const name = readNewName(cursor);
    if (name === '') return cursor.fail('The name of a parameter is missing');
    const type = cursor.take(':') ? readType(reading) : undefined;
    parameters.push(type === undefined ? { name } : { name, type });
  } while (cursor.take(','));
  cursor.expect(')', 'after the parameters');
  return parameters;
};
