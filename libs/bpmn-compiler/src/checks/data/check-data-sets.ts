import { childrenOf, idOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isTrue } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

interface Kind {
  readonly data: string;
  readonly set: string;
  readonly all: string;
  readonly parts: readonly string[];
  /** From a set of this kind to those of the other. */
  readonly across: string;
  readonly back: string;
}

const KINDS: readonly Kind[] = [
  {
    data: 'dataInput',
    set: 'inputSet',
    all: 'dataInputRefs',
    parts: ['optionalInputRefs', 'whileExecutingInputRefs'],
    across: 'outputSetRefs',
    back: 'inputSetRefs',
  },
  {
    data: 'dataOutput',
    set: 'outputSet',
    all: 'dataOutputRefs',
    parts: ['optionalOutputRefs', 'whileExecutingOutputRefs'],
    across: 'inputSetRefs',
    back: 'outputSetRefs',
  },
];

/** Inputs and outputs, and the sets that say which of them belong together. */
export const checkDataSets: ModelCheck = (model, report) => {
  for (const owner of [...model.ofType('tInputOutputSpecification'), ...model.ofType('tEvent')]) {
    for (const kind of KINDS) checkKind(model, owner, kind, report);
  }
  for (const data of ['tDataObject', 'tDataInput', 'tDataOutput'].flatMap((type) => model.ofType(type))) {
    const item = model.referred(data, 'itemSubjectRef');
    if (
      item &&
      model.is(item, 'tItemDefinition') &&
      isTrue(item, 'isCollection') !== isTrue(data, 'isCollection')
    ) {
      report('BPMN.NOT_EXECUTABLE_COLLECTION', data, { item: idOf(item) ?? '' });
    }
  }
};

const checkKind = (model: BpmnModel, owner: XmlElement, kind: Kind, report: Report): void => {
  const sets = childrenOf(owner, kind.set);
  const used = new Set(sets.flatMap((set) => model.referredIn(set, kind.all)));
  if (owner.name === 'ioSpecification' || sets.length > 0) {
    for (const data of childrenOf(owner, kind.data)) {
      if (!used.has(data)) report('BPMN.DATA_IN_NO_SET', data, { set: kind.set });
    }
  }
  for (const set of sets) {
    const all = model.referredIn(set, kind.all);
    checkOwn(all, owner, set, kind.all, report);
    for (const what of kind.parts) {
      for (const data of model.referredIn(set, what)) {
        if (!all.includes(data)) {
          report('BPMN.SET_NOT_SUBSET', set, { what, data: idOf(data) ?? '', all: kind.all });
        }
      }
    }
    const others = model.referredIn(set, kind.across);
    checkOwn(others, owner, set, kind.across, report);
    for (const other of others) {
      if (!model.referredIn(other, kind.back).includes(set)) {
        report('BPMN.SETS_DISAGREE', set, { other: naming(other) });
      }
    }
  }
};

const checkOwn = (
  referred: readonly XmlElement[],
  owner: XmlElement,
  set: XmlElement,
  what: string,
  report: Report,
): void => {
  for (const element of referred) {
    if (element.parent !== owner) {
      report('BPMN.IO_REFERENCE_FOREIGN', set, { what, reference: idOf(element) ?? '' });
    }
  }
};
