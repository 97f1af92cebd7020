import type { Iterator, Node, NodeOf } from '../syntax/tree.js';
import type { FeelValue } from '../values/feel-value.js';
import { itemsOf, itemsBetween } from './domains.js';
import { type Compile, Environment, type Frame, type Step } from './environment.js';
import { type Truth, truthOf } from './logic.js';

interface Loop {
  readonly domain: Step;
  readonly to: Step | undefined;
}

const loopsOf = (iterators: readonly Iterator[], compile: Compile<Node>): readonly Loop[] =>
  iterators.map(({ domain, to }) => ({ domain: compile(domain), to: to && compile(to) }));

/** Calls for each combination, the first iterator being the outermost; false where a domain is none or the visit ends it. */
const visit = (
  loops: readonly Loop[],
  environment: Environment | null,
  frame: Frame,
  each: (environment: Environment | null) => boolean,
  index = 0,
): boolean => {
  const loop = loops[index];
  if (loop === undefined) return each(environment);
  const domain = loop.domain(environment, frame);
  const items =
    loop.to === undefined
      ? itemsOf(domain, frame.run)
      : itemsBetween(domain, loop.to(environment, frame), frame.run);
  if (items === null) return false;
  for (const item of items) {
    frame.run.spend(1);
    if (!visit(loops, new Environment(item, environment), frame, each, index + 1)) return false;
  }
  return true;
};

export const compileFor = (node: NodeOf<'for'>, compile: Compile<Node>): Step => {
  const loops = loopsOf(node.iterators, compile);
  const body = compile(node.body);
  const { readsPartial } = node;
  return (environment, frame) => {
    frame.run.spend(1);
    const results: FeelValue[] = [];
    const complete = visit(loops, environment, frame, (inner) => {
      let partial: readonly FeelValue[] | null = null;
      if (readsPartial) {
        // A copy: what the body keeps must not grow later on.
        frame.run.spend(results.length >>> 1);
        partial = results.slice();
      }
      results.push(body(new Environment(partial, inner), frame));
      return true;
    });
    return complete ? results : null;
  };
};

export const compileQuantified = (node: NodeOf<'some' | 'every'>, compile: Compile<Node>): Step => {
  const loops = loopsOf(node.iterators, compile);
  const condition = compile(node.condition);
  const deciding = node.kind === 'some';
  return (environment, frame) => {
    frame.run.spend(1);
    let result: Truth = !deciding;
    const complete = visit(loops, environment, frame, (inner) => {
      const answer = truthOf(condition(inner, frame));
      if (answer === deciding) result = deciding;
      else if (answer === null) result = null;
      return answer !== deciding;
    });
    return complete || result === deciding ? result : null;
  };
};
