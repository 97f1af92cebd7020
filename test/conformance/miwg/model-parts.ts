/** What the reader makes of an element. */
export interface ModelPart {
  readonly $type: string;
  readonly id?: string;
  readonly [property: string]: unknown;
}

/** The parts of a model in the order in which they hang together: type, id, and how many parts each holds. */
export const modelParts = (part: ModelPart): readonly string[] => {
  const children = Object.keys(part)
    .toSorted()
    .flatMap((property) => part[property])
    .filter((value) => isPartOf(part, value));
  return [`${part.$type} ${part.id ?? ''} ${children.length}`, ...children.flatMap(modelParts)];
};

const isPartOf = (parent: ModelPart, value: unknown): value is ModelPart =>
  typeof value === 'object' && value !== null && '$parent' in value && value.$parent === parent;
