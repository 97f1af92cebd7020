import { problem } from '../diagnostic.js';
import { withLines } from './line-of-element.js';

const xml = `<definitions>
  <process id="filing">
    <task name="id='step.1'" id='step.1'/>
    <task
      id="step_1"/>
  </process>
</definitions>`;

describe('the line of a finding', () => {
  it.each([
    ['filing', 2],
    ['step.1', 3],
    ['step_1', 5],
  ])('of %s', (elementId, line) => {
    expect(withLines(xml, [problem('BPMN.UNREACHABLE', 'x', elementId)])).toMatchObject([
      { elementId, line },
    ]);
  });

  it('is left out where the element is not in the file, and kept where it is known', () => {
    const unknown = problem('BPMN.UNREACHABLE', 'x', 'step');
    expect(withLines(xml, [unknown])).toEqual([unknown]);
    expect(withLines(xml, [{ ...unknown, line: 7 }])).toMatchObject([{ line: 7 }]);
  });
});
