import { type FeelType, NameScope, builtInType, contextOf, functionOf, listOf } from '../../feel/index.js';
import type { ItemDefinition } from '../model/definitions.js';
import { type DmnDiagnostic, problem, warning } from '../model/diagnostic.js';
import type { Variable } from '../model/expression.js';
import type { Pieces } from '../pieces.js';
import { allOf, eachItem, entriesOf, testsOf } from './constraints.js';
import { ANY_TYPE, type DmnType } from './dmn-type.js';

/** Types by the names of other models, as `import.type`. */
export type ImportedTypes = ReadonlyMap<string, ItemTypes>;

/** Types made of one another. Guards the stack. */
const MOST_TYPES = 100;

/** The types of one model by name: those of FEEL, its own item definitions, and those of its imports. */
export class ItemTypes {
  private readonly known = new Map<string, DmnType>();
  private readonly definitions: ReadonlyMap<string, ItemDefinition>;
  private readonly reading = new Set<string>();
  private readonly unknown = new Set<string>();
  private allShapes: ReadonlyMap<string, FeelType> | undefined;

  constructor(
    itemDefinitions: readonly ItemDefinition[],
    private readonly imports: ImportedTypes,
    private readonly report?: (finding: DmnDiagnostic) => void,
  ) {
    this.definitions = new Map(itemDefinitions.map((definition) => [definition.name, definition]));
  }

  /** Reads every type, one after the other, so that nothing is left to read where one is named. */
  *readAll(): Pieces<void> {
    for (const name of this.definitions.keys()) {
      this.typeOf(name);
      yield;
    }
  }

  /** The type that a `typeRef` names; any where there is none. An unknown name is reported and means any. */
  typeOf(typeRef: string | undefined, elementId?: string): DmnType {
    if (typeRef === undefined) return ANY_TYPE;
    const name = typeRef.trim().replace(/\s+/g, ' ');
    const found = this.find(name);
    if (found) return found;
    if (!this.unknown.has(name)) {
      this.unknown.add(name);
      this.report?.(warning('DMN.TYPE_UNKNOWN', `There is no type "${name}".`, elementId));
    }
    return ANY_TYPE;
  }

  /** The allowed values of a type as they are written: their order is the priority of outputs of this type. */
  allowedValuesOf(typeRef: string | undefined): string | undefined {
    const name = typeRef?.trim().replace(/\s+/g, ' ') ?? '';
    const definition = this.definitions.get(name);
    return definition && (definition.allowedValues ?? this.allowedValuesOf(definition.typeRef));
  }

  /** All shapes by name, as FEEL reads them: `x instance of import.type`. */
  shapes(): ReadonlyMap<string, FeelType> {
    this.allShapes ??= this.collectShapes();
    return this.allShapes;
  }

  private collectShapes(): ReadonlyMap<string, FeelType> {
    const shapes = new Map<string, FeelType>();
    for (const name of this.definitions.keys()) shapes.set(name, this.typeOf(name).shape);
    for (const [prefix, types] of this.imports) {
      for (const [name, shape] of types.shapes())
        shapes.set(prefix === '' ? name : `${prefix}.${name}`, shape);
    }
    return shapes;
  }

  parametersOf(variables: readonly Variable[]): readonly { readonly name: string; readonly type: DmnType }[] {
    return variables.map(({ name, typeRef }) => ({ name, type: this.typeOf(typeRef) }));
  }

  /** DMN's own types win over FEEL's; a prefix of an XML namespace (`feel:string`, DMN 1.1) says nothing. */
  private find(name: string): DmnType | undefined {
    const own = this.definitions.get(name);
    if (own) return this.defined(own);
    const builtIn = builtInType(name);
    if (builtIn) return { shape: builtIn };
    for (const [prefix, types] of this.imports) {
      const inner =
        prefix === '' ? name : name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : undefined;
      const found = inner === undefined ? undefined : types.find(inner);
      if (found) return found;
    }
    return name.includes(':') ? this.find(name.slice(name.indexOf(':') + 1)) : undefined;
  }

  private defined(definition: ItemDefinition): DmnType {
    const { name } = definition;
    const known = this.known.get(name);
    if (known) return known;
    if (this.reading.has(name)) {
      this.report?.(problem('DMN.TYPE_CYCLE', `The type "${name}" is made of itself.`, definition.id));
      return ANY_TYPE;
    }
    if (this.reading.size >= MOST_TYPES) {
      const message = `The type "${name}" stands behind more than ${MOST_TYPES} others, one made of the other.`;
      this.report?.(problem('DMN.TYPES_TOO_DEEP', message, definition.id));
      return ANY_TYPE;
    }
    this.reading.add(name);
    const type = this.made(definition);
    this.reading.delete(name);
    this.known.set(name, type);
    return type;
  }

  private made(definition: ItemDefinition): DmnType {
    const item = this.itemOf(definition);
    const allowed = this.tests(definition, definition.allowedValues, item.shape);
    const items = withConstraint(item.shape, allOf([item.constraint, allowed]));
    const whole = definition.isCollection
      ? withConstraint(listOf(items.shape), eachItem(items.constraint))
      : items;
    const constraint = this.tests(definition, definition.typeConstraint, whole.shape);
    return withConstraint(whole.shape, allOf([whole.constraint, constraint]));
  }

  private itemOf({ id, typeRef, components, functionItem }: ItemDefinition): DmnType {
    if (functionItem) {
      const parameters = functionItem.parameters.map((it) => this.typeOf(it.typeRef, id).shape);
      return { shape: functionOf(parameters, this.typeOf(functionItem.outputTypeRef, id).shape) };
    }
    if (components.length === 0) return this.typeOf(typeRef, id);
    const entries = components.map((component) => [component.name, this.made(component)] as const);
    const shape = contextOf(entries.map(([name, type]) => [name, type.shape] as const));
    return withConstraint(shape, entriesOf(entries));
  }

  private tests(definition: ItemDefinition, text: string | undefined, shape: FeelType) {
    if (text === undefined || text.trim() === '') return undefined;
    const scope = NameScope.of([['?', shape]]);
    return testsOf(text, scope, ({ code, message }) => this.report?.(problem(code, message, definition.id)));
  }
}

const withConstraint = (shape: FeelType, constraint: DmnType['constraint']): DmnType =>
  constraint === undefined ? { shape } : { shape, constraint };
