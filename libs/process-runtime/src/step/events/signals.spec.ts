import { CaseRun } from '../../specimens/case-run.js';
import {
  boundary,
  catching,
  end,
  eventSubProcess,
  gateway,
  planOf,
  start,
  subProcess,
  throwing,
  user,
} from '../../specimens/plan-sketch.js';

const signal = { kind: 'signal', signal: 's' } as const;

describe('signals', () => {
  it('reach what comes to its wait at the same time, whichever branch is walked first', () => {
    for (const branches of [
      ['fork > throw', 'fork > catch'],
      ['fork > catch', 'fork > throw'],
    ]) {
      const plan = planOf(
        [
          start(),
          gateway('fork', 'parallel'),
          throwing('throw', { result: signal }),
          catching('catch', signal),
          user('heard'),
          end(),
        ],
        ['start > fork', ...branches, 'throw > end', 'catch > heard', 'heard > end'],
      );
      expect(new CaseRun(plan).start().places).toEqual(['heard']);
    }
  });

  const guarded = (interrupting: boolean) =>
    planOf(
      [
        start(),
        subProcess('sub'),
        start('inner', { parent: 'sub' }),
        throwing('throw', { parent: 'sub', result: signal }),
        user('next', { parent: 'sub' }),
        ...eventSubProcess('handler', signal, { parent: 'sub', interrupting }),
        user('handled', { parent: 'handler' }),
        boundary('left', 'sub', { trigger: signal, interrupting: false }),
        user('outside'),
        end(),
      ],
      [
        'start > sub',
        'inner > throw',
        'throw > next',
        'handler_start > handled',
        'sub > end',
        'left > outside',
        'outside > end',
      ],
    );

  it('are dealt with by an event sub-process that interrupts, so that its boundary hears nothing', () => {
    expect(new CaseRun(guarded(true)).start().places).toEqual(['handled', 'handler', 'sub']);
  });

  it('are heard by all where nothing interrupts', () => {
    const run = new CaseRun(guarded(false)).start();
    expect(run.places).toEqual(['handled', 'handler', 'next', 'outside', 'sub']);
  });
});
