import type { Expression } from '@lianban/expressions/dmn';

type Composed = Exclude<Expression, { kind: 'literal' | 'decisionTable' | 'relation' }>;

/** One part of a boxed expression: called by its own name, or by the role it plays. */
export interface LogicPart {
  readonly name?: string;
  readonly role:
    | 'entry'
    | 'result'
    | 'item'
    | 'called'
    | 'parameters'
    | 'body'
    | 'if'
    | 'then'
    | 'else'
    | 'list'
    | 'match'
    | 'variable'
    | 'each'
    | 'condition';
  readonly value: Expression | string | undefined;
}

/** A boxed expression that is no table, as the parts that its box has, from top to bottom. */
export function partsOf(logic: Composed): readonly LogicPart[] {
  switch (logic.kind) {
    case 'context':
      return logic.entries.map(({ variable, value }) =>
        variable === undefined ? { role: 'result', value } : { name: variable.name, role: 'entry', value },
      );
    case 'list':
      return logic.items.map((value) => ({ role: 'item', value }));
    case 'invocation':
      return [
        { role: 'called', value: logic.called },
        ...logic.bindings.map(({ parameter, value }): LogicPart => ({
          name: parameter.name,
          role: 'entry',
          value,
        })),
      ];
    case 'function':
      return [
        { role: 'parameters', value: logic.parameters.map(({ name }) => name).join(', ') },
        { role: 'body', value: logic.body },
      ];
    case 'conditional':
      return [
        { role: 'if', value: logic.condition },
        { role: 'then', value: logic.whenTrue },
        { role: 'else', value: logic.whenFalse },
      ];
    case 'filter':
      return [
        { role: 'list', value: logic.list },
        { role: 'match', value: logic.match },
      ];
    case 'for':
      return [
        { role: 'variable', value: logic.variable },
        { role: 'list', value: logic.list },
        { role: 'each', value: logic.each },
      ];
    case 'some':
    case 'every':
      return [
        { role: 'variable', value: logic.variable },
        { role: 'list', value: logic.list },
        { role: 'condition', value: logic.condition },
      ];
  }
}
