import { CaseRun } from '../../specimens/case-run.js';
import { boundary, call, end, planOf, receive, start, user } from '../../specimens/plan-sketch.js';

const called = (name: string, ...variables: string[]) => ({
  [name]: {
    key: name,
    name: { zh: name, en: name },
    start: `${name}_start`,
    variables: variables.map((variable) => ({ name: variable })),
  },
});
const of = (process: string) => ({ process });

const plan = planOf(
  [
    start(),
    call('check', 'inspection', {
      inputs: [{ target: 'place', expression: 'institution' }],
      outputs: [{ target: 'verdict', expression: 'result.mark' }],
    }),
    boundary('refused', 'check', { trigger: { kind: 'error', code: 'REFUSED' } }),
    user('after'),
    user('repair'),
    end(),
    start('inspection_start', of('inspection')),
    user('look', {
      ...of('inspection'),
      inputs: [
        { target: 'place', expression: 'place' },
        { target: 'secret', expression: 'institution' },
      ],
      outputs: [{ target: 'mark', expression: 'form.mark' }],
    }),
    end('done', of('inspection')),
    end('refuse', { ...of('inspection'), result: { kind: 'error', code: 'REFUSED' } }),
    end('stop', { ...of('inspection'), result: { kind: 'terminate' } }),
  ],
  [
    'start > check',
    'check > after',
    'refused > repair',
    'after > end',
    'repair > end',
    'inspection_start > look',
    'look > done : mark < 5',
    'look > refuse : mark = 5',
    'look > stop : mark = 6',
  ],
  { called: called('inspection', 'place', 'mark') },
);

describe('call activities', () => {
  it('see nothing of their caller but what is mapped, and give back their variables', () => {
    const run = new CaseRun(plan).start({ institution: 'Sunflower' });
    expect(run.effects('task-created')).toMatchObject([{ input: { place: 'Sunflower', secret: null } }]);
    run.complete('look', undefined, { mark: 3 });
    expect(run.places).toEqual(['after']);
    expect(run.data).toEqual({ institution: 'Sunflower', verdict: 3 });
    expect(run.state.scopes).toEqual([{ id: 'root' }]);
  });

  it('an error crosses them', () => {
    const run = new CaseRun(plan).start().complete('look', undefined, { mark: 5 });
    expect(run.places).toEqual(['repair']);
    expect(run.data['refused']).toEqual({ error: { code: 'REFUSED' } });
  });

  it('a terminate end ends the call only', () => {
    const run = new CaseRun(plan).start().complete('look', undefined, { mark: 6 });
    expect(run.places).toEqual(['after']);
    expect(run.complete('after').state.ended?.kind).toBe('completed');
  });

  it('a message for the called process is kept while the case is on its way to it', () => {
    const waiting = planOf(
      [
        start(),
        user('first'),
        call('ask', 'question'),
        end(),
        receive('answer', { ...of('question'), message: 'm' }),
      ],
      ['start > first', 'first > ask', 'ask > end'],
      { called: { question: { key: 'question', name: { zh: '问', en: 'Ask' }, variables: [] } } },
    );
    const run = new CaseRun(waiting).start().message('m').complete('first');
    expect(run.state.ended?.kind).toBe('completed');
  });

  it('that are not in the plan are an incident', () => {
    const bare = planOf([start(), call('ask', 'nobody'), end()], ['start > ask', 'ask > end']);
    expect(new CaseRun(bare).start().effects('incident')).toMatchObject([{ code: 'CASES.PROCESS_UNKNOWN' }]);
  });
});
