import type { Language } from '../../i18n/language.js';
import type { ProcessXml } from '../diagram/process-xml.js';

export interface StepClock {
  readonly name: string;
  readonly amount: string;
  readonly unit: string;
  readonly kind: string;
  readonly basis: string;
  readonly ladder: string;
}

/** What a step may do besides completing: how it is signed, supplemented and sent back. Outcomes and steps by name. */
export type StepRule =
  | {
      readonly kind: 'signing';
      readonly mode: string;
      readonly ratio: string;
      readonly signers: string;
      readonly consent: string;
      readonly open: boolean;
    }
  | { readonly kind: 'supplement'; readonly outcome: string; readonly message: string }
  | { readonly kind: 'return'; readonly to: readonly string[]; readonly ways: readonly string[] }
  | { readonly kind: 'take-back'; readonly allowed: boolean };

export interface ProcessStep {
  readonly id: string;
  readonly kind: string;
  readonly stepNo: string;
  readonly name: string;
  readonly lane: string;
  readonly clocks: readonly StepClock[];
  readonly outcomes: readonly string[];
  readonly rules: readonly StepRule[];
}

const extension = 'http://lianban.org/schema/bpmn/1.0';
const stepKinds = ['userTask', 'serviceTask', 'sendTask', 'receiveTask'];

const all = (within: Element, name: string): readonly Element[] => [
  ...within.getElementsByTagNameNS(extension, name),
];
const text = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const words = (element: Element, name: string): readonly string[] =>
  text(element, name).split(/\s+/).filter(Boolean);

/** The process as a list of steps: who does it, until when and why, with which outcomes. */
export function readSteps(source: string, process: ProcessXml, language: Language): readonly ProcessStep[] {
  const file = new DOMParser().parseFromString(source, 'application/xml');
  return [...process.elements.values()]
    .filter(({ kind, stepNo }) => stepKinds.includes(kind) || (stepNo !== undefined && kind !== 'subProcess'))
    .flatMap(({ id, kind, stepNo = '', name, lane = '' }) => {
      const element = file.querySelector(`[id="${CSS.escape(id)}"]`);
      if (element === null) return [];
      const clocks = all(element, 'clock').map((clock) => ({
        name: text(clock, language),
        amount: text(clock, 'amount'),
        unit: text(clock, 'unit'),
        kind: text(clock, 'kind'),
        basis: text(clock, 'basis'),
        ladder: text(clock, 'ladder'),
      }));
      const outcomes = all(element, 'outcome').map((outcome) => text(outcome, language));
      const rules = readRules(element, {
        outcome: (code) => {
          const named = all(element, 'outcome').find((outcome) => text(outcome, 'code') === code);
          return named === undefined ? code : text(named, language);
        },
        step: (step) => process.elements.get(step)?.name ?? step,
        message: (message) =>
          file.querySelector(`[id="${CSS.escape(message)}"]`)?.getAttribute('name') ?? message,
      });
      return [{ id, kind, stepNo, name, lane, clocks, outcomes, rules }];
    });
}

type NameOf = (id: string) => string;

/** What is left out means what the compiler takes it to mean. */
const readRules = (
  element: Element,
  nameOf: { readonly outcome: NameOf; readonly step: NameOf; readonly message: NameOf },
): readonly StepRule[] => [
  ...all(element, 'signing').map((rule): StepRule => ({
    kind: 'signing',
    mode: text(rule, 'mode') || 'all',
    ratio: text(rule, 'ratio'),
    signers: text(rule, 'signers'),
    consent: nameOf.outcome(text(rule, 'consent')),
    open: text(rule, 'open') === 'true',
  })),
  ...all(element, 'supplement').map((rule): StepRule => ({
    kind: 'supplement',
    outcome: nameOf.outcome(text(rule, 'outcome')),
    message: nameOf.message(text(rule, 'message')),
  })),
  ...all(element, 'return').map((rule): StepRule => {
    const ways = words(rule, 'then');
    return {
      kind: 'return',
      to: words(rule, 'to').map((step) => (step === '*' ? step : nameOf.step(step))),
      ways: ways.length === 0 ? ['walk-again', 'come-back'] : ways,
    };
  }),
  ...all(element, 'takeBack').map((rule): StepRule => ({
    kind: 'take-back',
    allowed: text(rule, 'allowed') !== 'false',
  })),
];
