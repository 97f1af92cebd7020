import type { PlanNode, TimerDefinition } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Real time has no years or months of one length: those belong to business time. */
const ISO_DURATION = /^P(?=.)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

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
    if (!Number.isInteger(clock.duration.amount) || clock.duration.amount <= 0) {
      found.push(problem('BPMN.DURATION_INVALID', 'The clock needs a whole, positive amount.', clock.id));
    }
    if (clock.basis === '')
      found.push(problem('BPMN.CLOCK_WITHOUT_BASIS', 'The clock names no legal basis.', clock.id));
    checkStart(clock.from, clock.id);
    if (ladders && clock.ladder !== '' && !ladders.has(clock.ladder)) {
      found.push(problem('BPMN.LADDER_UNKNOWN', `There is no ladder ${clock.ladder}.`, clock.id));
    }
  }
  for (const node of Object.values(plan.nodes)) {
    const timer = timerIn(node);
    if (!timer) continue;
    if (timer.kind === 'elapsed') {
      if (!ISO_DURATION.test(timer.iso)) {
        found.push(
          problem(
            'BPMN.DURATION_INVALID',
            `"${timer.iso}" is no ISO 8601 duration of weeks, days, hours, minutes, seconds.`,
            node.id,
          ),
        );
      }
      continue;
    }
    if (timer.kind !== 'business') continue;
    if (!Number.isInteger(timer.duration.amount) || timer.duration.amount <= 0) {
      found.push(problem('BPMN.DURATION_INVALID', 'The timer needs a whole, positive amount.', node.id));
    }
    checkStart(timer.from, node.id);
  }
  return found;
};

const timerIn = (node: PlanNode): TimerDefinition | undefined =>
  (node.type === 'boundaryEvent' || node.type === 'intermediateCatchEvent') && node.trigger.kind === 'timer'
    ? node.trigger.timer
    : undefined;
