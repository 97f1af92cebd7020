import {
  type CompiledFeel,
  type FeelValue,
  type Run,
  ANY,
  NameScope,
  compileExpression,
} from '../../feel/index.js';

/** A function of values that is written in FEEL, so that boxed logic means exactly what FEEL means by the same words. */
export type Formula = (values: Readonly<Record<string, FeelValue>>, run: Run) => FeelValue;

/** Compiled when it is first used. The source is ours or checked: what cannot be read is a defect. */
export const formula = (source: string, names: readonly string[]): Formula => {
  let compiled: CompiledFeel | undefined;
  return (values, run) => {
    compiled ??= compile(source, names);
    return compiled.evaluate(new Map(Object.entries(values)), run);
  };
};

const compile = (source: string, names: readonly string[]): CompiledFeel => {
  const result = compileExpression(source, NameScope.of(names.map((name) => [name, ANY] as const)));
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result.value;
};
