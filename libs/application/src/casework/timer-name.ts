import { durationInWords } from '@lianban/calendar';
import type { Text2 } from '@lianban/contracts';
import type { Duration, EventTrigger, PlanNode, ProcessPlan } from '@lianban/process-runtime';

/** What a timer is called: its name, or what it does where whoever drew the process gave it none. */
export const timerName = (plan: ProcessPlan, id: string): Text2 => {
  const node = plan.nodes[id];
  if (!node) return { zh: id, en: id };
  if (node.name.zh !== id) return node.name;
  const what = 'trigger' in node ? timerOf(node.trigger) : undefined;
  const of = attachedTo(plan, node);
  const when = what ?? { zh: '定时', en: 'timer' };
  return of ? { zh: `“${of.zh}”的${when.zh}`, en: `${when.en} of "${of.en}"` } : when;
};

const attachedTo = (plan: ProcessPlan, node: PlanNode): Text2 | undefined =>
  node.type === 'boundaryEvent' ? plan.nodes[node.attachedTo]?.name : undefined;

const timerOf = (trigger: EventTrigger): Text2 | undefined => {
  if (trigger.kind === 'multiple') return trigger.of.map(timerOf).find((found) => found !== undefined);
  if (trigger.kind !== 'timer') return undefined;
  const { timer } = trigger;
  if (timer.kind === 'business') return span(timer.duration, { zh: '定时', en: 'timer after' });
  if (timer.kind === 'business-cycle') return span(timer.every, { zh: '循环定时', en: 'timer every' });
  return undefined;
};

const span = ({ amount, unit }: Duration, word: Text2): Text2 => {
  const before = amount < 0;
  const { zh, en } = durationInWords({ amount: Math.abs(amount), unit });
  return {
    zh: `${before ? '提前' : ''}${zh}${word.zh}`,
    en: `${before ? 'timer ahead by' : word.en} ${en}`,
  };
};
