import type { ClockDefinition, EventTrigger, TimerDefinition } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Real time has no years or months of one length: those belong to business time. */
export const ISO_DURATION = /^P(?=.)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** Clocks and timers: a known length, a beginning that some node records, a ladder that exists. */
export const checkTime: PlanCheck = (plan, { ladders }) => {
  const recorded = new Set(
    Object.values(plan.nodes).flatMap((node) => node.milestones.map(({ name }) => name)),
  );
  const found: Diagnostic[] = [];
  const checkStart = (from: string | undefined, id: string): void => {
    if (from !== undefined && !recorded.has(from)) {
      found.push(problem('BPMN.MILESTONE_UNKNOWN', `No node records the milestone "${from}".`, id));
    }
  };
  for (const clock of Object.values(plan.clocks)) {
    if (!isWhole(clock.duration.amount)) {
      found.push(problem('BPMN.DURATION_INVALID', 'The clock needs a whole, positive amount.', clock.id));
    }
    if (clock.basis === '')
      found.push(problem('BPMN.CLOCK_WITHOUT_BASIS', 'The clock names no legal basis.', clock.id));
    found.push(...extensionProblems(clock));
    checkStart(clock.from, clock.id);
    if (ladders && clock.ladder !== '' && !ladders.has(clock.ladder)) {
      found.push(problem('BPMN.LADDER_UNKNOWN', `There is no ladder ${clock.ladder}.`, clock.id));
    }
  }
  for (const node of Object.values(plan.nodes)) {
    for (const timer of 'trigger' in node ? timersIn(node.trigger) : []) {
      const message = timerProblem(timer);
      if (message !== undefined) found.push(problem('BPMN.DURATION_INVALID', message, node.id));
      if (timer.kind === 'business') checkStart(timer.from, node.id);
    }
  }
  return found;
};

/** 延期 is granted by somebody, under an article, for a known length. */
const extensionProblems = ({ id, extension }: ClockDefinition): readonly Diagnostic[] => {
  if (!extension) return [];
  const { by, basis, approver, noticeDays = 0 } = extension;
  const isKnown = isWhole(by.amount) && Number.isInteger(noticeDays) && noticeDays >= 0;
  return [
    ...(isKnown ? [] : [problem('BPMN.DURATION_INVALID', 'An extension needs whole, positive amounts.', id)]),
    ...(basis !== '' && approver !== ''
      ? []
      : [
          problem(
            'BPMN.EXTENSION_WITHOUT_BASIS',
            'The extension names no article (extendBasis) or no post that grants it (extendApprover).',
            id,
          ),
        ]),
  ];
};

const timersIn = (trigger: EventTrigger): readonly TimerDefinition[] => {
  if (trigger.kind === 'multiple') return trigger.of.flatMap(timersIn);
  return trigger.kind === 'timer' ? [trigger.timer] : [];
};

const timerProblem = (timer: TimerDefinition): string | undefined => {
  switch (timer.kind) {
    case 'elapsed':
      return ISO_DURATION.test(timer.iso)
        ? undefined
        : `"${timer.iso}" is no ISO 8601 duration of weeks, days, hours, minutes, seconds.`;
    case 'date':
      return ISO_INSTANT.test(timer.iso) && !Number.isNaN(Date.parse(timer.iso))
        ? undefined
        : `"${timer.iso}" is no ISO 8601 instant with its offset, such as 2030-01-07T09:00:00+08:00.`;
    case 'cycle':
      return isCycle(timer.iso)
        ? undefined
        : `"${timer.iso}" is no ISO 8601 repetition, such as R3/PT10M or R/2030-01-07T09:00:00+08:00/P1D.`;
    case 'business':
      return isWhole(timer.duration.amount) ? undefined : 'The timer needs a whole, positive amount.';
    case 'business-cycle':
      return isWhole(timer.every.amount) && (timer.times === undefined || isWhole(timer.times))
        ? undefined
        : 'The timer needs a whole, positive amount, and so is the number of times.';
    case 'expression':
      return undefined;
  }
};

const isWhole = (amount: number): boolean => Number.isInteger(amount) && amount > 0;

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Repetitions, perhaps a beginning, and the length of one. */
const isCycle = (iso: string): boolean => {
  const [times = '', ...parts] = iso.split('/');
  const length = parts.at(-1) ?? '';
  const beginning = parts.length === 2 ? parts[0] : undefined;
  return (
    /^R\d*$/.test(times) &&
    (parts.length === 1 || parts.length === 2) &&
    ISO_DURATION.test(length) &&
    (beginning === undefined || ISO_INSTANT.test(beginning))
  );
};
