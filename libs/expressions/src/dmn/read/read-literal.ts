import type { DmnElement } from 'dmn-moddle';
import type { LiteralExpression } from '../model/expression.js';
import { present, textOf } from './properties.js';

export const readLiteral = (element: DmnElement | undefined): LiteralExpression => ({
  kind: 'literal',
  text: textOf(element, 'text') ?? '',
  ...present({
    id: element?.id,
    typeRef: textOf(element, 'typeRef'),
    language: textOf(element, 'expressionLanguage'),
  }),
});
