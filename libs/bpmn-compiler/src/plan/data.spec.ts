import { bpmnFile, flow, planOf } from '../specimens/bpmn-file.js';

const items = `<itemDefinition id="number" structureRef="xsd:decimal"/><itemDefinition id="list" structureRef="xsd:string" isCollection="true"/>`;
const steps = (inside: string, data = ''): string =>
  bpmnFile(`${data}<startEvent id="start"/>${flow('start', 'step')}${inside}`, items);
const total = '<property id="v_total" name="total" itemSubjectRef="number"/>';
const goes = (from: string, to: string, inside = ''): string =>
  `<dataOutputAssociation><sourceRef>${from}</sourceRef><targetRef>${to}</targetRef>${inside}</dataOutputAssociation>`;
const output = (name = 'value'): string =>
  `<ioSpecification><dataOutput id="out" name="${name}"/><inputSet/><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>`;

describe('variables', () => {
  it('are the properties and data objects of a process, by name, with the type of their item', async () => {
    const { variables } = await planOf(
      steps(
        '<userTask id="step"/>',
        `${total}<dataObject id="d1" name="names" itemSubjectRef="list"/><dataObject id="d2"/>
         <dataObjectReference id="r1" name="shown" dataObjectRef="d2"/><dataObjectReference id="r2" name="again" dataObjectRef="d2"/>`,
      ),
    );
    expect(variables).toEqual([
      { name: 'total', type: 'number' },
      { name: 'names', type: 'string', collection: true },
      { name: 'shown' },
    ]);
  });

  it('of a sub-process live in it', async () => {
    const { variables, nodes } = await planOf(
      steps(`<subProcess id="step">${total}<userTask id="inner"/></subProcess>`),
    );
    expect(variables).toBeUndefined();
    expect(nodes['step']).toMatchObject({ variables: [{ name: 'total', type: 'number' }] });
  });

  it.each([
    ['xsd:dateTime', 'date and time'],
    ['xs:boolean', 'boolean'],
    ['int', 'number'],
    ['xsd:dayTimeDuration', 'days and time duration'],
    ['xsd:duration', undefined],
    ['tns:Order', undefined],
  ])('of %s have the type %s', async (structure, type) => {
    const xml = steps('<userTask id="step"/>', total).replace('xsd:decimal', structure);
    expect((await planOf(xml)).variables).toEqual([{ name: 'total', ...(type ? { type } : {}) }]);
  });
});

describe('what a node gives', () => {
  it('is, of a script, its value', async () => {
    const { nodes } = await planOf(
      steps(
        `<scriptTask id="step" scriptFormat="feel">${output()}${goes('out', 'v_total')}<script>total * 2</script></scriptTask>`,
        total,
      ),
    );
    expect(nodes['step']).toMatchObject({
      type: 'scriptTask',
      script: 'total * 2',
      output: 'value',
      outputs: [{ target: 'total', expression: 'result' }],
    });
  });

  it('may be set beside the value, which is then told', async () => {
    const assignment =
      '<dataOutputAssociation><assignment><from>total + 1</from><to>total</to></assignment></dataOutputAssociation>';
    const { nodes } = await planOf(
      steps(`<scriptTask id="step">${assignment}<script>"told"</script></scriptTask>`, total),
    );
    expect(nodes['step']).toMatchObject({ outputs: [{ target: 'total', expression: 'total + 1' }] });
    expect(nodes['step']).not.toHaveProperty('output');
  });

  it('may be worked upon on its way', async () => {
    const { nodes } = await planOf(
      steps(
        `<scriptTask id="step">${output()}${goes('out', 'v_total', '<transformation>value + 1</transformation>')}<script>1</script></scriptTask>`,
        total,
      ),
    );
    expect(nodes['step']).toMatchObject({
      outputs: [{ target: 'total', expression: '{value: result, inScope: value + 1}.inScope' }],
    });
  });

  it('is, of a task that somebody does, set by the name of the output', async () => {
    const same = await planOf(
      steps(`<userTask id="step">${output('total')}${goes('out', 'v_total')}</userTask>`, total),
    );
    expect(same.nodes['step']).toMatchObject({ outputs: [] });
    const other = await planOf(
      steps(`<userTask id="step">${output('sum')}${goes('out', 'v_total')}</userTask>`, total),
    );
    expect(other.nodes['step']).toMatchObject({
      outputs: [{ target: 'total', expression: 'if sum = null then total else sum' }],
    });
  });

  it('is, of a message, what it carries', async () => {
    const { nodes } = await planOf(
      steps(
        `<intermediateCatchEvent id="step"><dataOutput id="out" name="sum"/>${goes('out', 'v_total')}<messageEventDefinition messageRef="m"/></intermediateCatchEvent>`,
        total,
      ).replace('<process', '<message id="m" name="asked"/><process'),
    );
    expect(nodes['step']).toMatchObject({ outputs: [{ target: 'total', expression: 'event.data.sum' }] });
  });
});

describe('what a node takes', () => {
  const input = (inside = ''): string =>
    `<ioSpecification><dataInput id="in" name="x"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification>
     <dataInputAssociation><sourceRef>v_total</sourceRef><targetRef>in</targetRef>${inside}</dataInputAssociation>`;

  it('is a variable under the name of the input', async () => {
    const { nodes } = await planOf(steps(`<userTask id="step">${input()}</userTask>`, total));
    expect(nodes['step']).toMatchObject({ inputs: [{ target: 'x', expression: 'total' }] });
  });

  it('is a name inside a script', async () => {
    const { nodes } = await planOf(
      steps(`<scriptTask id="step">${input()}<script>x + 1</script></scriptTask>`, total),
    );
    expect(nodes['step']).toMatchObject({ script: '{x: total, inScope: x + 1}.inScope' });
  });

  it('is, of a message that is thrown, what it carries', async () => {
    const { nodes } = await planOf(
      steps(
        `<endEvent id="step"><dataInput id="in" name="x"/><dataInputAssociation><sourceRef>v_total</sourceRef><targetRef>in</targetRef></dataInputAssociation><messageEventDefinition messageRef="m"/></endEvent>`,
        total,
      ).replace('<process', '<message id="m"/><process'),
    );
    expect(nodes['step']).toMatchObject({
      result: { kind: 'message', message: 'm' },
      inputs: [{ target: 'x', expression: 'total' }],
    });
  });
});
