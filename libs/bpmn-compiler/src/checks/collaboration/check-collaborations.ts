import { childOf, type XmlElement } from '../../xml/xml-element.js';
import type { BpmnModel } from '../model/bpmn-model.js';
import { naming } from '../model/findings.js';
import type { ModelCheck, Report } from '../model/rule.js';

/** Participants, conversations, choreographies and correlation. */
export const checkCollaborations: ModelCheck = (model, report) => {
  for (const multiplicity of model.ofType('tParticipantMultiplicity')) checkRange(multiplicity, report);
  for (const collaboration of model.ofType('tCollaboration')) {
    const refers = childOf(collaboration, 'choreographyRef');
    if (refers && model.isAny(collaboration, ['tChoreography', 'tGlobalConversation'])) {
      report('BPMN.CHOREOGRAPHY_REFERS', collaboration);
    }
  }
  for (const link of model.ofType('tConversationLink')) {
    const ends = ['sourceRef', 'targetRef'].flatMap((end) => model.referred(link, end) ?? []);
    const conversations = ends.filter((end) => model.is(end, 'tConversationNode')).length;
    if (ends.length === 2 && conversations !== 1) report('BPMN.CONVERSATION_LINK', link);
  }
  for (const activity of model.ofType('tChoreographyActivity')) checkParties(model, activity, report);
  for (const subscription of model.ofType('tCorrelationSubscription')) {
    checkSubscription(model, subscription, report);
  }
};

/** Schema defaults: 0 at least, 1 at most. */
const checkRange = (element: XmlElement, report: Report): void => {
  const minimum = element.attributes.get('minimum') ?? '0';
  const maximum = element.attributes.get('maximum') ?? '1';
  const least = Number(minimum);
  const most = Number(maximum);
  if (least < 0 || most < 1 || most < least) report('BPMN.MULTIPLICITY', element, { minimum, maximum });
};

const checkParties = (model: BpmnModel, activity: XmlElement, report: Report): void => {
  const participants = model.referredIn(activity, 'participantRef');
  const initiator = model.referred(activity, 'initiatingParticipantRef');
  if (initiator && model.is(initiator, 'tParticipant') && !participants.includes(initiator)) {
    report('BPMN.INITIATOR_FOREIGN', activity, { participant: naming(initiator) });
  }
  for (const flow of model.referredIn(activity, 'messageFlowRef')) {
    const ends = ['sourceRef', 'targetRef'].flatMap((end) => model.referred(flow, end) ?? []);
    const foreign = ends.some((end) => model.is(end, 'tParticipant') && !participants.includes(end));
    if (foreign) report('BPMN.CHOREOGRAPHY_MESSAGES', activity, { flow: naming(flow) });
  }
};

const checkSubscription = (model: BpmnModel, subscription: XmlElement, report: Report): void => {
  const key = model.referred(subscription, 'correlationKeyRef');
  if (!key || !model.is(key, 'tCorrelationKey')) return;
  const properties = model.referredIn(key, 'correlationPropertyRef');
  for (const binding of subscription.children) {
    const property = model.referred(binding, 'correlationPropertyRef');
    if (property && !properties.includes(property)) {
      report('BPMN.CORRELATION_UNBOUND', binding, { property: naming(property) });
    }
  }
};
