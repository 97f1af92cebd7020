import type {
  Assignment,
  EventTrigger,
  LoopDefinition,
  PlanNode,
  ProcessPlan,
} from '@lianban/process-runtime';

/** A FEEL text of a plan and the element that it stands on. */
export interface PlacedExpression {
  readonly id: string;
  readonly text: string;
}

export const planExpressions = (plan: ProcessPlan): readonly PlacedExpression[] => [
  ...Object.values(plan.flows).flatMap(({ id, condition }) => placed(id, [condition])),
  ...Object.values(plan.nodes).flatMap((node) => placed(node.id, expressionsOf(node))),
  ...Object.values(plan.clocks).flatMap(({ id, metWhen }) => placed(id, [metWhen])),
  ...placed(plan.processId, [
    ...Object.values(plan.messages).map(({ correlationKey }) => correlationKey || undefined),
    plan.businessKey,
  ]),
];

const placed = (id: string, texts: readonly (string | undefined)[]): readonly PlacedExpression[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ id, text }]));

const expressionsOf = (node: PlanNode): readonly (string | undefined)[] => [
  ...valuesOf(node.outputs),
  ...('inputs' in node ? valuesOf(node.inputs) : []),
  ...node.milestones.flatMap((milestone) => [milestone.at, milestone.when]),
  ...node.emits.flatMap((emit) => [emit.when, ...valuesOf(emit.data)]),
  'when' in node ? node.when : undefined,
  ...('trigger' in node ? triggerExpressions(node.trigger) : []),
  ...('loop' in node && node.loop ? loopExpressions(node.loop) : []),
  ...ownExpressions(node),
];

const valuesOf = (assignments: readonly Assignment[] = []): readonly string[] =>
  assignments.map(({ expression }) => expression);

const triggerExpressions = (trigger: EventTrigger): readonly string[] => {
  switch (trigger.kind) {
    case 'condition':
      return [trigger.condition];
    case 'timer':
      return trigger.timer.kind === 'expression' ? [trigger.timer.expression] : [];
    case 'multiple':
      return trigger.of.flatMap(triggerExpressions);
    default:
      return [];
  }
};

const loopExpressions = (loop: LoopDefinition): readonly (string | undefined)[] =>
  loop.kind === 'standard'
    ? [loop.condition, loop.maximum]
    : [
        loop.cardinality,
        loop.collection,
        loop.completion,
        loop.output?.item,
        ...(loop.complex?.map(({ condition }) => condition) ?? []),
      ];

const ownExpressions = (node: PlanNode): readonly (string | undefined)[] => {
  switch (node.type) {
    case 'scriptTask':
      return [node.script];
    case 'subProcess':
      return [node.adHoc?.completion];
    case 'complexGateway':
      return [node.activation];
    default:
      return [];
  }
};
