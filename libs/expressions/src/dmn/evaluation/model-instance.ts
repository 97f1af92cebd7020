import { type FeelValue, type Run, type Variables, FeelContext, FeelFunction } from '../../feel/index.js';
import { takeArguments } from '../logic/make-function.js';
import { takeAs } from '../types/dmn-type.js';
import { DecisionRun } from './decision-run.js';
import type {
  CompiledModel,
  DecisionElement,
  Element,
  KnowledgeElement,
  ReadableNames,
  Requirement,
  ServiceElement,
} from './element.js';
import { isImport } from './readable-names.js';

/** Values that replace those of elements: a decision service is given its input data and input decisions. */
export type Given = ReadonlyMap<string, FeelValue>;

const keyOf = (path: readonly string[], { id }: Element): string => [...path, id].join('\n');

/** One model in one evaluation: each element is evaluated at most once, when it is first read. */
export class ModelInstance {
  private readonly values = new Map<Element, FeelValue>();
  private readonly importedModels = new Map<string, ModelInstance>();

  constructor(
    private readonly model: CompiledModel,
    private readonly inputs: Variables,
    private readonly run: Run,
    private readonly given: Given = new Map(),
    private readonly path: readonly string[] = [],
  ) {}

  valueOf({ path, element }: Requirement): FeelValue {
    const [name, ...inner] = path;
    if (name !== undefined) return this.imported(name).valueOf({ path: inner, element });
    const known = this.values.get(element) ?? this.given.get(keyOf(this.path, element));
    if (known !== undefined) return known;
    const value = this.evaluated(element);
    this.values.set(element, value);
    return value;
  }

  /** Calls a service with values for what it is given; what is left out is null. */
  serve(service: ServiceElement, args: readonly FeelValue[]): FeelValue {
    const given = new Map(
      service.inputs.map(({ path, element }, index) => [
        keyOf([...this.path, ...path], element),
        args[index] ?? null,
      ]),
    );
    const inside = new ModelInstance(this.model, this.inputs, this.run, given, this.path);
    const [only, ...others] = service.outputs;
    if (only === undefined) return this.run.warn('DMN.SERVICE_WITHOUT_OUTPUT', 'The service has no output.');
    const value =
      others.length === 0
        ? inside.valueOf(only)
        : FeelContext.of(
            service.outputs.map((output) => [output.element.variable, inside.valueOf(output)] as const),
          );
    return takeAs(value, service.signature.result, this.run, `The result of "${service.name}"`);
  }

  /** Inputs of an imported model are those that the outer inputs hold under its name. */
  private imported(name: string): ModelInstance {
    const known = this.importedModels.get(name);
    if (known) return known;
    const model = this.model.imports.get(name);
    if (model === undefined) throw new Error(`no import ${name}`);
    const own = this.inputs.get(name);
    const inputs = own instanceof FeelContext ? own : this.inputs;
    const instance = new ModelInstance(model, inputs, this.run, this.given, [...this.path, name]);
    this.importedModels.set(name, instance);
    return instance;
  }

  private evaluated(element: Element): FeelValue {
    switch (element.kind) {
      case 'inputData': {
        const value = this.inputs.get(element.variable) ?? this.inputs.get(element.name) ?? null;
        return takeAs(value, element.type, this.run, `The input "${element.name}"`);
      }
      case 'decision':
        return this.decided(element);
      case 'knowledgeModel':
        return element.logic.evaluate(this.variablesOfKnowledge(element), this.run);
      case 'service':
        return this.asFunction(element);
    }
  }

  private decided(decision: DecisionElement): FeelValue {
    const { run } = this;
    const decide = (): FeelValue => {
      run.enter();
      const value = decision.logic.evaluate(this.variablesOf(decision.reads), run);
      run.leave();
      return takeAs(value, decision.type, run, `The result of "${decision.name}"`);
    };
    return run instanceof DecisionRun ? run.within(decision.id, decide) : decide();
  }

  private asFunction(service: ServiceElement): FeelFunction {
    const { parameters, result } = service.signature;
    return FeelFunction.of(
      parameters.map(({ name, type }) => ({ name, type: type.shape })),
      (args, run) => {
        const taken = takeArguments(service.signature, args, run);
        return taken === undefined ? null : this.serve(service, taken);
      },
      result.shape,
    );
  }

  private variablesOfKnowledge(element: KnowledgeElement): Variables {
    const required = this.variablesOf(element.reads);
    return {
      get: (name) =>
        required.get(name) ?? (name === element.variable ? this.valueOf({ path: [], element }) : undefined),
    };
  }

  private variablesOf(names: ReadableNames): Variables {
    const imports = new Map<string, FeelContext>();
    return {
      get: (name) => {
        const found = names.get(name);
        if (found === undefined) return undefined;
        if (!isImport(found)) return this.valueOf(found);
        const context = imports.get(name) ?? this.contextOf(found);
        imports.set(name, context);
        return context;
      },
    };
  }

  private contextOf(names: ReadableNames): FeelContext {
    return FeelContext.of(
      [...names].map(([name, found]) => [
        name,
        isImport(found) ? this.contextOf(found) : this.valueOf(found),
      ]),
    );
  }
}
