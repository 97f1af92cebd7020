import { CaseRun } from '../../specimens/case-run.js';
import { end, planOf, receive, start, user } from '../../specimens/plan-sketch.js';

const RECEIVED = '2026-03-02T08:30:00+08:00';
const END = '2026-03-04T00:30:00.000Z';

const sketch = planOf(
  [start(), user('decide'), receive('answer', { message: 'answered' }), user('review'), end()],
  ['start > decide', 'decide > answer', 'answer > review', 'review > end'],
);

const plan = {
  ...sketch,
  messages: { answered: { name: 'answered', correlationKey: '', timeToLive: 'P2D' } },
};

const early = (): CaseRun => new CaseRun(plan).start().message('answered', { id: 'one' });

describe('the life of a message that comes early', () => {
  it('ends after the time its definition gives it', () => {
    const run = early();
    expect(run.state.buffer).toEqual([
      { message: 'answered', event: { id: 'one' }, receivedAt: RECEIVED, life: { id: 'm3', until: END } },
    ]);
    expect(run.effects('message-buffered')).toMatchObject([{ life: { id: 'm3', until: END } }]);
  });

  it('a millisecond before its end it is delivered, and what was due then is called off', () => {
    const run = early();
    run.now = '2026-03-04T00:29:59.999Z';
    run.complete('decide');
    expect(run.places).toEqual(['review']);
    expect(run.effects('message-consumed')).toMatchObject([{ life: { id: 'm3' } }]);
    expect(run.effects('message-unused')).toEqual([]);
  });

  it('at its end it is not delivered any more, whatever moves the case, and the trail learns it', () => {
    const run = early();
    run.now = '2026-03-04T08:30:00+08:00';
    run.complete('decide');
    expect(run.places).toEqual(['answer']);
    expect(run.state.buffer).toEqual([]);
    expect(run.effects('message-unused')).toEqual([
      {
        kind: 'message-unused',
        message: 'answered',
        event: { id: 'one' },
        receivedAt: RECEIVED,
        why: 'expired',
        life: { id: 'm3', until: END },
      },
    ]);
    run.message('answered', { id: 'two' });
    expect(run.places).toEqual(['review']);
  });

  it('expires by itself at its end, not before, and once', () => {
    const run = early();
    run.command({ kind: 'expire-messages' });
    expect(run.last).toEqual([]);
    expect(run.state.buffer).toHaveLength(1);
    run.now = END;
    run.command({ kind: 'expire-messages' });
    expect(run.last).toMatchObject([{ kind: 'message-unused', why: 'expired' }]);
    run.command({ kind: 'expire-messages' });
    expect(run.last).toEqual([]);
    expect(run.places).toEqual(['decide']);
  });

  it('waits out a suspension, and is over before anything is delivered again', () => {
    const run = early().command({ kind: 'suspend', ground: 'storm' });
    run.now = END;
    expect(run.apply({ kind: 'expire-messages' })?.code).toBe('CASES.SUSPENDED');
    expect(run.state.buffer).toHaveLength(1);
    run.command({ kind: 'resume' });
    expect(run.last).toMatchObject([{ kind: 'case-resumed' }, { kind: 'message-unused', why: 'expired' }]);
    expect(run.state.buffer).toEqual([]);
  });

  it('has no end where a step waits for it and only the suspension holds it back', () => {
    const run = new CaseRun(plan).start().complete('decide').command({ kind: 'suspend', ground: 'storm' });
    run.message('answered');
    run.now = '2026-04-01T00:00:00Z';
    run.command({ kind: 'resume' });
    expect(run.places).toEqual(['review']);
  });

  it('without a time to live lasts until the case ends, and then the trail learns that nothing took it', () => {
    const messages = { answered: { name: 'answered', correlationKey: '' } };
    const run = new CaseRun({ ...plan, messages }).start().message('answered', 1).message('answered', 2);
    run.now = '2027-03-04T08:30:00+08:00';
    run.complete('decide').complete('review');
    expect(run.effects('message-unused')).toEqual([
      { kind: 'message-unused', message: 'answered', event: 2, receivedAt: RECEIVED, why: 'case-ended' },
    ]);
    expect(run.state).toMatchObject({ buffer: [], ended: { kind: 'completed' } });
  });
});
