import { bpmnFile, flow, planOf, refusalsOf } from '../specimens/bpmn-file.js';

describe('a file is read', () => {
  it('with ids in any script', async () => {
    const { nodes } = await planOf(
      bpmnFile(
        `<startEvent id="开始"/>${flow('开始', '审查')}<userTask id="审查"/>${flow('审查', 'constructor')}<endEvent id="constructor"/>`,
      ),
    );
    expect(Object.keys(nodes)).toEqual(['开始', '审查', 'constructor']);
    expect(nodes['审查']).toMatchObject({ incoming: ['开始_审查'], outgoing: ['审查_constructor'] });
  });

  it('with references that are qualified names', async () => {
    const { nodes } = await planOf(
      bpmnFile(
        `<startEvent id="a"><outgoing>t:f</outgoing><messageEventDefinition messageRef="t:m"/></startEvent>
         <sequenceFlow id="f" sourceRef="t:a" targetRef="t:b"/><endEvent id="b"/>`,
        '<message id="m" name="filed"/>',
        'xmlns:t="urn:specimen"',
      ),
    );
    expect(nodes['a']).toMatchObject({ outgoing: ['f'], trigger: { kind: 'message', message: 'filed' } });
  });

  it('with any prefix, or none, for BPMN itself', async () => {
    const plain = bpmnFile(`<startEvent id="a"/>${flow('a', 'b')}<endEvent id="b"/>`);
    const prefixed = plain.replaceAll(/<(\/?)(?=[a-z])/g, '<$1model:').replace('xmlns=', 'xmlns:model=');
    expect(await planOf(prefixed)).toEqual(await planOf(plain));
  });

  it('without flow elements listed at the nodes, in the order of the file', async () => {
    const { nodes } = await planOf(
      bpmnFile(`<startEvent id="a"/>${flow('a', 'c')}${flow('a', 'b')}<endEvent id="b"/><endEvent id="c"/>`),
    );
    expect(nodes['a']?.outgoing).toEqual(['a_c', 'a_b']);
  });

  it('and says where a reference leads nowhere', async () => {
    const xml = bpmnFile(`<startEvent id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="gone"/>`);
    expect(await refusalsOf(xml)).toEqual([
      'BPMN.XML_INVALID f: unresolved reference <gone>',
      'BPMN.UNSUPPORTED_ELEMENT f: A sequence flow that joins no two elements cannot run here.',
    ]);
  });
});
