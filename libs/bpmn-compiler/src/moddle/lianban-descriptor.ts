/** The XML namespace of what a Lianban definition says beyond BPMN 2.0. Other tools keep it and ignore it. */
export const LIANBAN_NAMESPACE = 'http://lianban.org/schema/bpmn/1.0';

const attribute = (name: string, type: 'String' | 'Integer' | 'Boolean' = 'String') => ({
  name,
  isAttr: true,
  type,
});

const element = (name: string, ...properties: readonly object[]) => ({
  name,
  superClass: ['Element'],
  properties,
});

const assignment = [attribute('target'), attribute('expression')];

/** moddle descriptor of the extension elements; docs/guides/process.md explains each. */
export const lianbanDescriptor = {
  name: 'Lianban',
  prefix: 'lianban',
  uri: LIANBAN_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    element('Process', attribute('businessKey'), attribute('nameEn')),
    element('Message', attribute('correlationKey'), attribute('early'), attribute('timeToLive')),
    element('Signal', attribute('reach')),
    element('Lane', attribute('department'), attribute('level'), attribute('function'), attribute('nameEn')),
    element('Label', attribute('en'), attribute('stepNo')),
    element('Task', attribute('form'), attribute('role'), attribute('rules')),
    element(
      'Outcome',
      attribute('code'),
      attribute('zh'),
      attribute('en'),
      attribute('legal', 'Boolean'),
      attribute('reasonRequired', 'Boolean'),
    ),
    element(
      'Signing',
      attribute('mode'),
      attribute('ratio'),
      attribute('signers'),
      attribute('item'),
      attribute('consent'),
      attribute('passed'),
      attribute('rejected'),
      attribute('open', 'Boolean'),
    ),
    element('Supplement', attribute('outcome'), attribute('message'), attribute('ground')),
    element('Return', attribute('to'), attribute('then')),
    element('TakeBack', attribute('allowed', 'Boolean')),
    element('Service', attribute('kind'), attribute('name')),
    element(
      'Clock',
      attribute('id'),
      attribute('zh'),
      attribute('en'),
      attribute('scope'),
      attribute('kind'),
      attribute('amount', 'Integer'),
      attribute('unit'),
      attribute('from'),
      attribute('metWhen'),
      attribute('basis'),
      attribute('ladder'),
      attribute('stoppedBy'),
      attribute('leastAfterStop', 'Integer'),
      attribute('lastDay'),
      attribute('extendBy', 'Integer'),
      attribute('extendUnit'),
      attribute('extendBasis'),
      attribute('extendApprover'),
      attribute('extendNotice', 'Integer'),
    ),
    element(
      'Timer',
      attribute('amount', 'Integer'),
      attribute('unit'),
      attribute('from'),
      attribute('repeat', 'Boolean'),
      attribute('times', 'Integer'),
    ),
    element('Decision', attribute('ref'), attribute('result')),
    element('Call', attribute('version', 'Integer')),
    element('Milestone', attribute('name'), attribute('at'), attribute('when')),
    element('Emit', attribute('type'), attribute('when'), { name: 'fields', isMany: true, type: 'Field' }),
    element('Field', ...assignment),
    element('Input', ...assignment),
    element('Output', ...assignment),
    element('ClockStop', attribute('action'), attribute('ground')),
    element('Condition', attribute('when')),
    element('Closing', attribute('as')),
    element('End', attribute('outcome')),
  ],
};
