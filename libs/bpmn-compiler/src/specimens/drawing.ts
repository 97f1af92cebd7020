import { flow } from './bpmn-file.js';

const GATEWAYS: Readonly<Record<string, string>> = {
  xor: 'exclusiveGateway',
  and: 'parallelGateway',
  or: 'inclusiveGateway',
  any: 'eventBasedGateway',
};

/**
 * The inside of a process drawn by its flows: `a > b`, or `a > b : default`. What a node is follows from the letters its
 * name begins with: `start`, `end`, `stop` (a terminate end), `fail` (an error end), `xor`, `and`, `or`, `any` (event-based), `auto` (a task that
 * waits for nothing), `late@a` (an interrupting message event on the border of `a`), `note+a` (one that does not
 * interrupt); any other is a user task. Ways out of a gateway that chooses have their own id for a condition.
 */
export const drawing = (flows: readonly string[]): string => {
  const drawn = flows.map((text) => {
    const [ends = '', mark] = text.split(' : ');
    const [from = '', to = ''] = ends.split(' > ').map(idOf);
    return { from, to, standsIn: mark === 'default' };
  });
  const texts = [...new Set(flows.flatMap((text) => (text.split(' : ')[0] ?? '').split(' > ')))];
  const standIns = new Map(
    drawn.filter(({ standsIn }) => standsIn).map(({ from, to }) => [from, `${from}_${to}`]),
  );
  const chooses = (from: string): boolean =>
    /^x?or/.test(from) && drawn.filter((each) => each.from === from).length > 1;
  const condition = (id: string): string =>
    `<conditionExpression xsi:type="tFormalExpression">${id}</conditionExpression>`;
  return [
    ...texts.map((text) => element(text, standIns.get(idOf(text)))),
    ...drawn.map(({ from, to, standsIn }) =>
      flow(from, to, chooses(from) && !standsIn ? condition(`${from}_${to}`) : ''),
    ),
  ].join('');
};

/** Roots that a drawing refers to: a message for each event on a border. */
export const rootsOf = (flows: readonly string[]): string =>
  [...new Set(flows.join(' > ').match(/\w+[@+]\w+/g))]
    .map((text) => `<message id="m_${idOf(text)}" name="${idOf(text)}"/>`)
    .join('') + '<error id="failure" name="failure" errorCode="failure"/>';

const idOf = (text: string): string => text.split(/[@+]/)[0] ?? '';

const element = (text: string, standIn: string | undefined): string => {
  const id = idOf(text);
  const host = text.slice(id.length + 1);
  if (host !== '') {
    return `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${text.includes('@')}"><messageEventDefinition messageRef="m_${id}"/></boundaryEvent>`;
  }
  const [letters = ''] = /^[a-z]+/.exec(id) ?? [];
  const gateway = GATEWAYS[letters];
  if (gateway) return `<${gateway} id="${id}"${standIn === undefined ? '' : ` default="${standIn}"`}/>`;
  if (letters === 'start') return `<startEvent id="${id}"/>`;
  if (letters === 'end') return `<endEvent id="${id}"/>`;
  if (letters === 'stop') return `<endEvent id="${id}"><terminateEventDefinition/></endEvent>`;
  if (letters === 'fail') return `<endEvent id="${id}"><errorEventDefinition errorRef="failure"/></endEvent>`;
  return `<${letters === 'auto' ? 'task' : 'userTask'} id="${id}"/>`;
};
