import type { PublishedDefinition } from '../definitions/index.js';
import type { AuditRecord } from './case-reader.port.js';
import { describeAct } from './describe-act.js';

const definition = {
  plan: {
    nodes: {
      check: {
        id: 'check',
        type: 'userTask',
        name: { zh: '审查', en: 'Check' },
        outcomes: [{ code: 'supplement', name: { zh: '补正', en: 'Supplement' } }],
      },
      notice: { id: 'notice', type: 'serviceTask', name: { zh: '告知', en: 'Notice' } },
    },
  },
} as unknown as PublishedDefinition;

const act = (record: Partial<AuditRecord>) =>
  describeAct(
    {
      id: 'a',
      at: '2026-03-02T01:00:00Z',
      act: 'task.completed',
      objectKind: 'task',
      objectId: 'x',
      actorKind: 'person',
      actor: { zh: '甲', en: 'A' },
      ...record,
    },
    definition,
  );

describe('the trail in words', () => {
  it('names step, outcome and opinion of a completion', () => {
    expect(act({ node: 'check', outcome: 'supplement', ground: 'two items are missing' })).toMatchObject({
      text: { zh: '办理 · 审查 · 补正', en: 'Completed · Check · Supplement' },
      opinion: 'two items are missing',
    });
  });

  it('says why a clock stands still, and takes its code for nobody’s opinion', () => {
    const entry = act({ act: 'clock.stopped', objectId: 'notice', ground: 'supplement' });
    expect(entry.text.zh).toBe('中止计时 · 告知 · 补正等待');
    expect(entry).not.toHaveProperty('opinion');
  });

  it('hands the outcome of a case over as a code', () => {
    const entry = act({ act: 'case.ended', ground: 'lapsed' });
    expect(entry).toMatchObject({ outcome: 'lapsed' });
    expect(entry).not.toHaveProperty('opinion');
  });

  it('keeps the reason of what moves a task between offices, and for whom a stand-in acted', () => {
    const absent = { zh: '乙', en: 'B' };
    expect(
      act({ act: 'task.sent-back', node: 'check', ground: 'not ours', onBehalfOf: absent }),
    ).toMatchObject({
      text: { zh: '退件 · 审查', en: 'Sent back · Check' },
      opinion: 'not ours',
      onBehalfOf: absent,
    });
  });

  it('keeps the reason with which a person settled an incident', () => {
    expect(act({ act: 'incident.skip', ground: 'answered by phone' })).toMatchObject({
      opinion: 'answered by phone',
    });
    expect(act({ act: 'incident.opened', ground: 'SYSTEM.DOWN' })).not.toHaveProperty('opinion');
  });
});
