/** Files made to cost much, each within its own reason: limits of the text, or of what a check does with it. */
const file = (inside: string, root = ''): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:h">${root}<process id="p" isExecutable="true">${inside}</process></definitions>`;

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const flow = (id: string, from: string, to: string): string =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;

const ends = '<startEvent id="s"/><endEvent id="e"/>';

const nested = (depth: number): string =>
  `${many(depth, (index) => `<subProcess id="n${index}">`)}${'</subProcess>'.repeat(depth)}`;

export const hostileFiles: Readonly<Record<string, () => string>> = {
  'an entity bomb': () => `<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>${file('&b;')}`,
  'an external DTD': () => `<!DOCTYPE a SYSTEM "file:///etc/passwd">${file('')}`,
  '100,000 elements': () => file(many(100_000, () => '<task/>')),
  '10,000 levels': () => file(nested(10_000)),
  '48 levels of sub-processes': () => file(nested(46)),
  'as many tasks as fit': () => file(ends + many(9_900, (index) => `<task id="t${index}"/>`)),
  'one long ring of flows': () =>
    file(
      ends +
        flow('fs', 's', 't0') +
        many(4_900, (at) => `<task id="t${at}"/>${flow(`f${at}`, `t${at}`, `t${(at + 1) % 4_900}`)}`),
    ),
  'a gateway of thousands of flows': () =>
    file(
      `${ends}<parallelGateway id="g"/><parallelGateway id="j"/>${flow('a', 's', 'g')}${flow('z', 'j', 'e')}` +
        many(9_000, (at) => flow(`f${at}`, 'g', 'j')),
    ),
  'thousands of exclusive ways to and fro': () =>
    file(
      ends +
        flow('fs', 's', 'g0') +
        many(
          1_500,
          (at) =>
            `<exclusiveGateway id="g${at}"/>${many(5, (way) => flow(`f${at}_${way}`, `g${at}`, `g${(at * 7 + way * 131) % 1_500}`))}`,
        ),
    ),
  'thousands of boundary events': () =>
    file(
      `${ends}<task id="t"/>${flow('a', 's', 't')}${flow('z', 't', 'e')}` +
        many(
          3_000,
          (at) =>
            `<boundaryEvent id="b${at}" attachedToRef="t"><errorEventDefinition/></boundaryEvent>${flow(`f${at}`, `b${at}`, 'e')}`,
        ),
    ),
  'an event gateway with as many boundary events behind it': () =>
    file(
      `${ends}<eventBasedGateway id="g"/>${flow('a', 's', 'g')}` +
        many(
          2_000,
          (at) =>
            `<receiveTask id="r${at}"/>${flow(`f${at}`, 'g', `r${at}`)}<boundaryEvent id="b${at}" attachedToRef="r${at}"/>`,
        ),
    ),
  'links without an end': () =>
    file(
      many(
        2_400,
        (at) =>
          `<intermediateThrowEvent id="a${at}"><linkEventDefinition name="l${at}"/></intermediateThrowEvent><intermediateCatchEvent id="b${at}"><linkEventDefinition name="m${at}"/></intermediateCatchEvent>`,
      ),
    ),
  'lists of ids within lists': () =>
    file(
      `<ioSpecification>${many(90, (at) => `<dataInput id="i${at}"/>`)}${many(90, () => `<inputSet>${many(90, (at) => `<dataInputRefs>i${at}</dataInputRefs>`)}</inputSet>`)}<outputSet/></ioSpecification>`,
    ),
  'associations of one element with all': () =>
    file(
      '<boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><task id="t"/>' +
        many(9_000, (at) => `<association id="a${at}" sourceRef="b" targetRef="t"/>`),
    ),
  'calls of itself': () =>
    file(`${ends}<callActivity id="c" calledElement="p"/>${flow('a', 's', 'c')}${flow('z', 'c', 'e')}`),
  'lanes within lanes': () =>
    file(
      `${many(15, (at) => `<laneSet id="l${at}"><lane id="k${at}">${many(500, () => '<flowNodeRef>t</flowNodeRef>')}<childLaneSet>`)}${'</childLaneSet></lane></laneSet>'.repeat(15)}<task id="t"/>`,
    ),
  'a name of nearly a million characters': () => file(`<task id="${'n'.repeat(990_000)}"/>`),
  'a value of nearly a million characters': () => file(`<task id="t" name="${'&amp;'.repeat(190_000)}"/>`),
  'a prefix for each element': () =>
    `<definitions ${many(15_000, (at) => `xmlns:p${at}="urn:${at}" `)}xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:h">${many(9_000, () => '<process xmlns:q="urn:q"/>')}</definitions>`,
  'null bytes': () => file('<task id="a\u0000b"/>'),
  'a wrong encoding': () =>
    `<?xml version="1.0" encoding="utf-16"?>${file(`${ends}${flow('a', 's', 'e')}\uD800`)}`,
  'ids of every object': () =>
    file(
      `${ends}<task id="__proto__"/><task id="constructor"/><task id="toString"/>${flow('hasOwnProperty', 's', '__proto__')}`,
    ),
  'unclosed quotes': () => '<a "'.repeat(200_000),
  'opening angles only': () => '<'.repeat(900_000),
  'ampersands only': () => file('&'.repeat(900_000)),
  'comments of dashes': () => file(`<!--${'- '.repeat(490_000)}-->`),
};
