import type { XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';

interface End {
  readonly event: XmlElement;
  readonly name: string;
}

/** A link has one target and any number of sources of the same name, all in one process or sub-process. */
export const checkLinks: ModelCheck = (model, report) => {
  const targets = endsOf(model, 'tIntermediateCatchEvent');
  const sources = endsOf(model, 'tIntermediateThrowEvent');
  for (const source of sources) {
    if (!targets.some((target) => meet(source, target))) {
      report('BPMN.NOT_EXECUTABLE_LINK', source.event, {
        name: source.name,
        other: 'intermediateCatchEvent',
      });
    }
    checkFree(model.flowsFrom(source.event), source, 'outgoing', report);
  }
  for (const [index, target] of targets.entries()) {
    if (!sources.some((source) => meet(source, target))) {
      report('BPMN.NOT_EXECUTABLE_LINK', target.event, {
        name: target.name,
        other: 'intermediateThrowEvent',
      });
    }
    if (targets.slice(0, index).some((other) => meet(other, target))) {
      report('BPMN.LINK_TWO_TARGETS', target.event, { name: target.name });
    }
    checkFree(model.flowsTo(target.event), target, 'incoming', report);
  }
};

const endsOf = (model: BpmnModel, type: string): readonly End[] =>
  model.ofType(type).flatMap((event) =>
    model
      .eventDefinitions(event)
      .filter((definition) => model.is(definition, 'tLinkEventDefinition'))
      .map((definition) => ({ event, name: definition.attributes.get('name') ?? '' })),
  );

const meet = (one: End, other: End): boolean =>
  one.name === other.name && one.event.parent === other.event.parent;

const checkFree = (
  flows: readonly XmlElement[],
  { event }: End,
  what: 'incoming' | 'outgoing',
  report: Report,
): void => {
  if (flows.length > 0) report('BPMN.LINK_CONNECTED', event, { what });
};
