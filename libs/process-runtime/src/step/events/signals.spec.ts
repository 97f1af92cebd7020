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

  it('of other cases are awaited and no more awaited aloud, those inside the case in silence', () => {
    const plan = planOf(
      [start(), catching('catch', signal), user('heard'), end()],
      ['start > catch', 'catch > heard', 'heard > end'],
    );
    const inside = new CaseRun(plan).start().signal('s');
    expect(inside.places).toEqual(['heard']);
    expect([...inside.allOf('signal-awaited'), ...inside.allOf('wait-closed')]).toEqual([]);
    const signals = { s: { name: 's', reach: 'everywhere' } } as const;
    const across = new CaseRun({ ...plan, signals }).start();
    const [awaited] = across.effects('signal-awaited');
    expect(across.signal('s').effects('wait-closed')).toEqual([{ kind: 'wait-closed', wait: awaited?.wait }]);
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
