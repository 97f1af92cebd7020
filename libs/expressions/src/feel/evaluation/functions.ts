import type { Run } from '../run.js';
import type { Node, NodeOf } from '../syntax/tree.js';
import type { FeelType } from '../types/feel-type.js';
import { FeelFunction, type FeelParameter, type FeelValue } from '../values/feel-value.js';
import { type Compile, Environment, type Frame, type Step } from './environment.js';

/** A function written in FEEL, with what its names meant where it was written. */
class Closure extends FeelFunction {
  constructor(
    readonly parameters: readonly FeelParameter[],
    override readonly result: FeelType,
    private readonly body: Step,
    private readonly depth: number,
    private readonly environment: Environment | null,
    private readonly frame: Frame,
  ) {
    super();
  }

  override invoke(args: readonly FeelValue[], run: Run): FeelValue {
    let environment = this.environment;
    for (let index = 0; index < this.parameters.length; index += 1) {
      environment = new Environment(args[index] ?? null, environment);
    }
    const frame = run === this.frame.run ? this.frame : { variables: this.frame.variables, run };
    run.enter(this.depth);
    const value = this.body(environment, frame);
    run.leave(this.depth);
    return value;
  }
}

export const compileFunction = (node: NodeOf<'function'>, compile: Compile<Node>): Step => {
  const body = compile(node.body);
  const { parameters } = node;
  const depth = node.body.depth;
  const result = node.type.kind === 'function' ? node.type.result : node.type;
  return (environment, frame) => {
    frame.run.spend(1);
    return new Closure(parameters, result, body, depth, environment, frame);
  };
};
