/**
 * The casework of a pack as one process: in every block a check, a choice that may end it all, and a task of a person and
 * one of a service side by side. Its only condition asks for `large`. No merge after the choice: `bpmn-elements` passes
 * what is discarded on, twice as often behind every merge.
 * @param {number} blocks of six steps each
 */
export const caseworkProcess = (blocks) => {
  /** @type {string[]} */
  const parts = ['<startEvent id="start"/>', '<endEvent id="end"/>'];
  const link = (/** @type {string} */ from, /** @type {string} */ to, condition = '') =>
    parts.push(
      `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`,
    );
  const asks = '<conditionExpression xsi:type="tFormalExpression">large = true</conditionExpression>';
  let before = 'start';
  for (let block = 1; block <= blocks; block += 1) {
    const id = (/** @type {string} */ name) => `${name}${block}`;
    parts.push(
      `<userTask id="${id('check')}"/>`,
      `<exclusiveGateway id="${id('choice')}" default="${id('choice')}-${id('fork')}"/>`,
      `<endEvent id="${id('refused')}"/>`,
      `<parallelGateway id="${id('fork')}"/>`,
      `<userTask id="${id('left')}"/>`,
      `<serviceTask id="${id('right')}"/>`,
      `<parallelGateway id="${id('join')}"/>`,
    );
    link(before, id('check'));
    link(id('check'), id('choice'));
    link(id('choice'), id('refused'), asks);
    link(id('choice'), id('fork'));
    link(id('fork'), id('left'));
    link(id('fork'), id('right'));
    link(id('left'), id('join'));
    link(id('right'), id('join'));
    before = id('join');
  }
  link(before, 'end');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="urn:bench">
<process id="casework" isExecutable="true">${parts.join('\n')}</process></definitions>`;
};
