import { childOf, childrenOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

const DATA = [
  ['loopDataInputRef', 'dataInput'],
  ['loopDataOutputRef', 'dataOutput'],
] as const;

/** A multi-instance activity runs by a number or by a collection of its own, and throws what its behavior needs. */
export const checkLoops: ModelCheck = (model, report) => {
  for (const loop of model.ofType('tMultiInstanceLoopCharacteristics')) {
    if (childOf(loop, 'loopCardinality') && childOf(loop, 'loopDataInputRef')) {
      report('BPMN.MULTI_INSTANCE_COUNT', loop);
    }
    for (const [what, kind] of DATA) checkData(model, loop, what, kind, report);
    checkBehavior(loop, report);
  }
};

const checkData = (model: BpmnModel, loop: XmlElement, what: string, kind: string, report: Report): void => {
  for (const data of model.referredIn(loop, what)) {
    const words = { what, data: naming(data) };
    const activity = loop.parent;
    const own = activity && childOf(activity, 'ioSpecification');
    if (model.is(activity, 'tTask') && (data.parent !== own || data.name !== kind)) {
      report('BPMN.LOOP_DATA_FOREIGN', loop, words);
    } else if (!isCollection(model, data)) report('BPMN.NOT_A_COLLECTION', loop, words);
  }
};

/** Properties and data stores cannot say it themselves; only their item definition can. */
const isCollection = (model: BpmnModel, data: XmlElement): boolean => {
  const object = model.referred(data, 'dataObjectRef') ?? data;
  const item = model.referred(object, 'itemSubjectRef') ?? model.referred(data, 'itemSubjectRef');
  const mayBe = !model.isAny(object, ['tDataObject', 'tDataInput', 'tDataOutput']) && item === undefined;
  return mayBe || isTrue(object, 'isCollection') || isTrue(item, 'isCollection');
};

const checkBehavior = (loop: XmlElement, report: Report): void => {
  const behavior = loop.attributes.get('behavior')?.trim();
  const needed = behavior === 'Complex' ? 'complexBehaviorDefinition' : EVENTS[behavior ?? ''];
  if (behavior === undefined || needed === undefined) return;
  const there = loop.attributes.has(needed) || childrenOf(loop, needed).length > 0;
  if (!there) report('BPMN.LOOP_EVENT_MISSING', loop, { behavior, needed });
};

const EVENTS: Readonly<Record<string, string>> = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef' };
