import type {
  Assignment,
  ClockDefinition,
  Duration,
  EmitInstruction,
  ExtensionRule,
  LocalizedText,
  MilestoneInstruction,
  PlanNode,
  TaskOutcome,
} from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import {
  elementsOf,
  extensionOf,
  extensionsOf,
  feelOf,
  numberOf,
  textOf,
  wordsOf,
} from '../read/properties.js';
import { CLOCK_KINDS, UNITS } from './vocabulary.js';

/** `{ when: text }` or nothing: optional properties are absent, never undefined. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** The Chinese name is the BPMN name, so that any tool shows it; English stands in our extension. */
export const nameOf = (element: ModdleElement): LocalizedText => {
  const zh = textOf(element, 'name') ?? element.id ?? '';
  return { zh, en: textOf(extensionOf(element, 'Label'), 'en') ?? zh };
};

const assignments = (elements: readonly ModdleElement[]): readonly Assignment[] =>
  elements.map((element) => ({
    target: textOf(element, 'target') ?? '',
    expression: feelOf(textOf(element, 'expression')) ?? '',
  }));

const milestones = (element: ModdleElement): readonly MilestoneInstruction[] =>
  extensionsOf(element, 'Milestone').map((milestone) => ({
    name: textOf(milestone, 'name') ?? '',
    ...optional('at', feelOf(textOf(milestone, 'at'))),
    ...optional('when', feelOf(textOf(milestone, 'when'))),
  }));

const emits = (element: ModdleElement): readonly EmitInstruction[] =>
  extensionsOf(element, 'Emit').map((emit) => ({
    type: textOf(emit, 'type') ?? '',
    ...optional('when', feelOf(textOf(emit, 'when'))),
    data: assignments(elementsOf(emit, 'fields')),
  }));

/** What every node may say when it completes. */
export const speechOf = (
  element: ModdleElement,
): Pick<PlanNode, 'milestones' | 'emits' | 'outputs' | 'clockStops'> & { readonly stepNo?: string } => ({
  milestones: milestones(element),
  emits: emits(element),
  outputs: assignments(extensionsOf(element, 'Output')),
  clockStops: extensionsOf(element, 'ClockStop').map((stop) => ({
    action: textOf(stop, 'action') === 'resume' ? 'resume' : 'stop',
    ground: textOf(stop, 'ground') ?? '',
  })),
  ...optional('stepNo', textOf(extensionOf(element, 'Label'), 'stepNo')),
});

export const inputsOf = (element: ModdleElement): readonly Assignment[] =>
  assignments(extensionsOf(element, 'Input'));

export const outcomesOf = (element: ModdleElement): readonly TaskOutcome[] =>
  extensionsOf(element, 'Outcome').map((outcome) => ({
    code: textOf(outcome, 'code') ?? '',
    name: { zh: textOf(outcome, 'zh') ?? '', en: textOf(outcome, 'en') ?? '' },
    ...(outcome['legal'] === true ? { legal: true } : {}),
    ...(outcome['reasonRequired'] === true ? { reasonRequired: true } : {}),
  }));

export const durationOf = (element: ModdleElement): Duration => ({
  amount: numberOf(element, 'amount') ?? Number.NaN,
  unit: unitOf(element, 'unit'),
});

const unitOf = (element: ModdleElement, attribute: string): Duration['unit'] =>
  UNITS.find((unit) => unit === textOf(element, attribute)) ?? 'working_day';

const extensionRuleOf = (clock: ModdleElement): ExtensionRule | undefined => {
  const amount = numberOf(clock, 'extendBy');
  if (amount === undefined) return undefined;
  return {
    by: { amount, unit: unitOf(clock, 'extendUnit') },
    basis: textOf(clock, 'extendBasis') ?? '',
    approver: textOf(clock, 'extendApprover') ?? '',
    ...optional('noticeDays', numberOf(clock, 'extendNotice')),
  };
};

export const clocksOf = (element: ModdleElement): readonly ClockDefinition[] =>
  extensionsOf(element, 'Clock').map((clock) => ({
    id: textOf(clock, 'id') ?? '',
    name: { zh: textOf(clock, 'zh') ?? '', en: textOf(clock, 'en') ?? '' },
    scope: textOf(clock, 'scope') === 'case' ? 'case' : 'unit',
    kind: CLOCK_KINDS.find((kind) => kind === textOf(clock, 'kind')) ?? 'internal',
    duration: durationOf(clock),
    from: textOf(clock, 'from') ?? '',
    ...optional('metWhen', feelOf(textOf(clock, 'metWhen'))),
    basis: textOf(clock, 'basis') ?? '',
    ladder: textOf(clock, 'ladder') ?? '',
    stoppedBy: wordsOf(textOf(clock, 'stoppedBy')),
    ...optional('leastAfterStop', numberOf(clock, 'leastAfterStop')),
    ...(textOf(clock, 'lastDay') === 'stands' ? { lastDay: 'stands' as const } : {}),
    ...optional('extension', extensionRuleOf(clock)),
  }));
