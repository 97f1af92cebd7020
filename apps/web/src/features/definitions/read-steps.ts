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

export interface ProcessStep {
  readonly id: string;
  readonly kind: string;
  readonly stepNo: string;
  readonly name: string;
  readonly lane: string;
  readonly clocks: readonly StepClock[];
  readonly outcomes: readonly string[];
}

const extension = 'http://lianban.org/schema/bpmn/1.0';
const stepKinds = ['userTask', 'serviceTask', 'sendTask', 'receiveTask'];

/** The process as a list of steps: who does it, until when and why, with which outcomes. */
export function readSteps(source: string, process: ProcessXml, language: Language): readonly ProcessStep[] {
  const file = new DOMParser().parseFromString(source, 'application/xml');
  const all = (within: Element, name: string): readonly Element[] => [
    ...within.getElementsByTagNameNS(extension, name),
  ];
  const text = (element: Element, name: string): string => element.getAttribute(name) ?? '';
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
      return [{ id, kind, stepNo, name, lane, clocks, outcomes }];
    });
}
