import type { Diagnostic } from '../diagnostic.js';
import { readXml, type XmlReading } from '../xml/read-xml.js';
import { idOf } from '../xml/xml-element.js';
import { checkActivities } from './activities/check-activities.js';
import { checkCalls } from './activities/check-calls.js';
import { checkContainers } from './activities/check-containers.js';
import { checkLoops } from './activities/check-loops.js';
import { checkCollaborations } from './collaboration/check-collaborations.js';
import { checkMessageFlows } from './collaboration/check-message-flows.js';
import { checkDataAssociations } from './data/check-data-associations.js';
import { checkDataSets } from './data/check-data-sets.js';
import { checkMessageData } from './data/check-message-data.js';
import { checkDiagram } from './diagram/check-diagram.js';
import { checkCompensation } from './events/check-compensation.js';
import { checkEventConnections } from './events/check-event-connections.js';
import { checkLinks } from './events/check-links.js';
import { checkTriggers } from './events/check-triggers.js';
import { checkExecutionData } from './executability/check-execution-data.js';
import { checkProcesses } from './executability/check-processes.js';
import { mainProcesses } from './executability/executable-processes.js';
import { checkEventGateways } from './flow/check-event-gateways.js';
import { checkGateways } from './flow/check-gateways.js';
import { checkListedFlows } from './flow/check-listed-flows.js';
import { checkPathEnds } from './flow/check-path-ends.js';
import { checkSequenceFlows } from './flow/check-sequence-flows.js';
import { BpmnModel } from './model/bpmn-model.js';
import { Findings } from './model/findings.js';
import type { ModelCheck } from './model/rule.js';
import { checkReferences } from './references/check-references.js';
import { typeElements } from './schema/type-elements.js';

const CHECKS: readonly ModelCheck[] = [
  checkReferences,
  checkSequenceFlows,
  checkListedFlows,
  checkPathEnds,
  checkGateways,
  checkEventGateways,
  checkTriggers,
  checkEventConnections,
  checkLinks,
  checkCompensation,
  checkActivities,
  checkLoops,
  checkContainers,
  checkCalls,
  checkDataSets,
  checkDataAssociations,
  checkMessageData,
  checkMessageFlows,
  checkCollaborations,
  checkDiagram,
  checkProcesses,
  checkExecutionData,
];

export interface BpmnFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Id of the process that publishing means; absent where there is none. */
  readonly process?: string;
}

/**
 * Whether a file is BPMN 2.0, by the schemas and by the static rules of the standard, and whether it says all that
 * execution needs. Works on the text as it is, so that no parser has repaired it before; whoever calls has bounded its
 * size (`checkXmlSafety`). All findings come at once, in the order of the file.
 */
export const checkBpmn = (xml: string): BpmnFindings => checkReading(readXml(xml));

export const checkReading = (reading: XmlReading): BpmnFindings => {
  if ('fault' in reading) {
    const { message, line } = reading.fault;
    return { diagnostics: [{ severity: 'error', code: 'BPMN.XML_INVALID', message, line }] };
  }
  const findings = new Findings();
  if (reading.root.name !== 'definitions') {
    findings.report('BPMN.NOT_BPMN', reading.root);
    return { diagnostics: findings.all() };
  }
  const model = new BpmnModel(reading.root, typeElements(reading.root, findings.report));
  for (const check of CHECKS) check(model, findings.report);
  const [main] = mainProcesses(model);
  const process = main && idOf(main);
  return { diagnostics: findings.all(), ...(process === undefined ? {} : { process }) };
};

/** Whether a finding says only that this valid file cannot be executed here. */
export const isNotExecutable = (code: string): boolean =>
  code.startsWith(`BPMN.NOT_EXECUTABLE_`) || code === 'BPMN.UNSUPPORTED_ELEMENT';
