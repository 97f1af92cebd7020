import type { ProcessPlan } from '@lianban/process-runtime';
import { timerName } from './timer-name.js';

const name = (text: string) => ({ zh: text, en: text });
const boundary = (id: string, timer: object, called = id) => ({
  id,
  type: 'boundaryEvent',
  name: name(called),
  attachedTo: 'check',
  trigger: { kind: 'timer', timer },
});
const days = (amount: number) => ({ amount, unit: 'working_day' });
const plan = {
  nodes: {
    check: { id: 'check', type: 'userTask', name: { zh: '审查', en: 'Check' } },
    named: boundary('named', { kind: 'business', duration: days(3) }, '催办'),
    after: boundary('after', { kind: 'business', duration: days(3) }),
    ahead: boundary('ahead', { kind: 'business', duration: days(-1) }),
    every: boundary('every', { kind: 'business-cycle', every: days(1) }),
    technical: { ...boundary('technical', { kind: 'elapsed', iso: 'PT1M' }), type: 'intermediateCatchEvent' },
  },
} as unknown as ProcessPlan;

describe('what a timer is called', () => {
  it.each([
    ['named', '催办', '催办'],
    ['after', '“审查”的3个工作日定时', 'timer after 3 working days of "Check"'],
    ['ahead', '“审查”的提前1个工作日定时', 'timer ahead by 1 working day of "Check"'],
    ['every', '“审查”的1个工作日循环定时', 'timer every 1 working day of "Check"'],
    ['technical', '定时', 'timer'],
    ['gone', 'gone', 'gone'],
  ])('%s: %s', (id, zh, en) => {
    expect(timerName(plan, id)).toEqual({ zh, en });
  });
});
