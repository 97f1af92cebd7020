import { bpmnFile, flow, planOf } from '../../specimens/bpmn-file.js';

const outcomes = '<lianban:outcome code="ok"/><lianban:outcome code="more"/>';
const check = (extensions: string, ways = flow('check', 'end')): string =>
  bpmnFile(
    `<startEvent id="start"/>${flow('start', 'check')}
     <userTask id="check" name="审查"><extensionElements>${outcomes}${extensions}</extensionElements></userTask>
     ${ways}<endEvent id="end"/>`,
    '<message id="m1" name="supplement.received"/>',
  );

describe('countersigning', () => {
  it('is a multi-instance task with a rule for the outcome of the whole', async () => {
    const { nodes } = await planOf(
      check(
        '<lianban:signing mode="ratio" ratio="2/3" signers="[&quot;fire&quot;, &quot;health&quot;]" item="department" consent="ok" passed="agreed" rejected="refused" open="true"/>',
      ),
    );
    expect(nodes['check']).toMatchObject({
      type: 'userTask',
      loop: {
        kind: 'multi',
        sequential: false,
        collection: '["fire", "health"]',
        item: 'department',
        behavior: 'all',
        signing: {
          mode: 'ratio',
          ratio: [2, 3],
          consent: 'ok',
          passed: 'agreed',
          rejected: 'refused',
          open: true,
        },
      },
    });
  });

  it('goes from one signer to the next in a sequence', async () => {
    const { nodes } = await planOf(check('<lianban:signing mode="sequence" signers="list" consent="ok"/>'));
    expect(nodes['check']).toMatchObject({
      loop: {
        sequential: true,
        item: 'signer',
        signing: { mode: 'sequence', passed: 'passed', rejected: 'rejected', open: false },
      },
    });
  });

  it.each(['2/0', '0/3', '4/3', '2', 'two thirds', '-1/3'])('knows no share "%s"', async (ratio) => {
    const { nodes } = await planOf(
      check(`<lianban:signing mode="ratio" ratio="${ratio}" signers="list" consent="ok"/>`),
    );
    expect(nodes['check']).not.toHaveProperty('loop.signing.ratio');
  });
});

describe('a supplement round', () => {
  const round = '<lianban:supplement outcome="more" message="m1" ground="supplement"/>';

  it('stops the clocks, waits for the message, resumes them and leads back to its task', async () => {
    const { nodes, flows } = await planOf(check(round));
    expect(nodes['check']).toMatchObject({
      incoming: ['start_check', 'check/more/back'],
      outgoing: ['check_end', 'check/more/into'],
      supplements: [
        { outcome: 'more', message: 'supplement.received', ground: 'supplement', wait: 'check/more/wait' },
      ],
    });
    expect(nodes['check/more']).toMatchObject({
      shownAt: 'check',
      clockStops: [{ action: 'stop', ground: 'supplement' }],
      outgoing: ['check/more/on'],
    });
    expect(nodes['check/more/wait']).toMatchObject({
      shownAt: 'check',
      trigger: { kind: 'message', message: 'supplement.received' },
      clockStops: [{ action: 'resume', ground: 'supplement' }],
      outgoing: ['check/more/back'],
    });
    expect(flows).toMatchObject({
      check_end: { condition: 'not(outcome = "more")' },
      'check/more/into': { from: 'check', to: 'check/more', condition: 'outcome = "more"' },
      'check/more/on': { from: 'check/more', to: 'check/more/wait' },
      'check/more/back': { from: 'check/more/wait', to: 'check' },
    });
  });

  it('leaves a default flow alone and narrows a condition', async () => {
    const condition = '<conditionExpression>a or b</conditionExpression>';
    const ways = flow('check', 'end', condition) + flow('check', 'other') + '<endEvent id="other"/>';
    const xml = check(round, ways).replace(
      '<userTask id="check"',
      '<userTask default="check_other" id="check"',
    );
    const { flows } = await planOf(xml);
    expect(flows['check_end']?.condition).toBe('not(outcome = "more") and (a or b)');
    expect(flows['check_other']).not.toHaveProperty('condition');
  });

  it('may be begun for several reasons', async () => {
    const { nodes } = await planOf(
      check(`${round}<lianban:supplement outcome="visit" message="visited" ground="visit"/>`),
    );
    expect(Object.keys(nodes)).toEqual(
      expect.arrayContaining(['check/more', 'check/more/wait', 'check/visit', 'check/visit/wait']),
    );
  });
});

describe('going back', () => {
  it('says where a task may be sent back to and how it comes on', async () => {
    const { nodes } = await planOf(
      check('<lianban:return to="a b" then="come-back"/><lianban:takeBack allowed="true"/>'),
    );
    expect(nodes['check']).toMatchObject({
      returns: { to: ['a', 'b'], ways: ['come-back'] },
      takeBack: true,
    });
  });

  it('knows both ways where none is named, and can forbid taking back', async () => {
    const { nodes } = await planOf(check('<lianban:return to="*"/><lianban:takeBack allowed="false"/>'));
    expect(nodes['check']).toMatchObject({
      returns: { to: ['*'], ways: ['walk-again', 'come-back'] },
      takeBack: false,
    });
  });

  it('says nothing where the definition says nothing', async () => {
    const { nodes } = await planOf(check(''));
    expect(nodes['check']).not.toHaveProperty('returns');
    expect(nodes['check']).not.toHaveProperty('takeBack');
  });
});
