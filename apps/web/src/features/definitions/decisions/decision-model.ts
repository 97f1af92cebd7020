import type { DrgElement } from '@lianban/expressions/dmn';

/** One file of decisions. */
export interface DecisionModel {
  readonly file: string;
  readonly elements: readonly DrgElement[];
}

/** What decides, in contrast to what is only given. */
export type Deciding = Exclude<DrgElement, { kind: 'inputData' }>;

export const isDeciding = (element: DrgElement): element is Deciding => element.kind !== 'inputData';

export const REQUIREMENTS = ['data', 'decisions', 'knowledge'] as const;
type Requirements = Readonly<Record<(typeof REQUIREMENTS)[number], readonly string[]>>;

/** What an element asks for, by the names of what it refers to. References are `#id` or `namespace#id`. */
export function requirementsOf(element: Deciding, models: readonly DecisionModel[]): Requirements {
  const all = models.flatMap(({ elements }) => elements);
  const names = (references: readonly string[]): readonly string[] =>
    references.map((reference) => {
      const id = reference.slice(reference.indexOf('#') + 1);
      return all.find((each) => each.id === id)?.name ?? id;
    });
  switch (element.kind) {
    case 'decision':
      return {
        data: names(element.requiredInputs),
        decisions: names(element.requiredDecisions),
        knowledge: names(element.requiredKnowledge),
      };
    case 'knowledgeModel':
      return { data: [], decisions: [], knowledge: names(element.requiredKnowledge) };
    case 'service':
      return {
        data: names(element.inputData),
        decisions: names([
          ...element.outputDecisions,
          ...element.encapsulatedDecisions,
          ...element.inputDecisions,
        ]),
        knowledge: [],
      };
  }
}
