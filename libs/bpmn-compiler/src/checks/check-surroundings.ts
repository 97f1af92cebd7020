import type { PlanNode, ProcessPlan, UserTask } from '@lianban/process-runtime';
import { type Diagnostic, problem } from '../diagnostic.js';
import type { PlanCheck, Surroundings } from './plan-check.js';

const unknown = (known: Pick<ReadonlySet<string>, 'has'> | undefined, name: string): boolean =>
  known !== undefined && !known.has(name);

/** Everything a definition names must exist in the house: departments, forms, services, rules. */
export const checkSurroundings: PlanCheck = (plan, around) => [
  ...Object.values(plan.lanes).flatMap((lane) =>
    unknown(around.departments, lane.department)
      ? [problem('BPMN.DEPARTMENT_UNKNOWN', `There is no department "${lane.department}".`, lane.id)]
      : [],
  ),
  ...Object.values(plan.nodes).flatMap((node) => checkNode(plan, node, around)),
];

const checkNode = (plan: ProcessPlan, node: PlanNode, around: Surroundings): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  if (node.type === 'receiveTask' && !plan.messages[node.message]) {
    found.push(problem('BPMN.MESSAGE_MISSING', 'The receive task names no message.', node.id));
  }
  if ((node.type === 'serviceTask' || node.type === 'sendTask') && node.implementation.kind !== 'message') {
    const { implementation } = node;
    const name = implementation.kind === 'local' ? implementation.service : implementation.operation;
    const known = implementation.kind === 'local' ? around.localServices : around.operations;
    if (name === '' || unknown(known, name)) {
      found.push(problem('BPMN.SERVICE_UNKNOWN', `There is no service "${name}".`, node.id));
    }
  }
  if (node.type === 'businessRuleTask' && unknown(around.decisions, node.decision)) {
    found.push(problem('BPMN.DECISION_UNKNOWN', `There is no decision "${node.decision}".`, node.id));
  }
  if (node.type === 'userTask' || node.type === 'manualTask')
    found.push(...checkUserTask(plan, node, around));
  return found;
};

const checkUserTask = (plan: ProcessPlan, node: UserTask, around: Surroundings): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const lane = node.lane === undefined ? undefined : plan.lanes[node.lane];
  if (!lane)
    found.push(
      problem(
        'BPMN.TASK_WITHOUT_LANE',
        'The user task stands in no lane, so no office answers for it.',
        node.id,
      ),
    );
  if (node.role === 'inspection' && lane && unknown(around.inspectors, lane.department)) {
    found.push(
      problem(
        'BPMN.INSPECTOR_WITHOUT_POWER',
        `${lane.department} has no enforcement power and may not inspect.`,
        node.id,
      ),
    );
  }
  if (node.form !== undefined && unknown(around.forms, node.form)) {
    found.push(problem('BPMN.FORM_UNKNOWN', `There is no form "${node.form}".`, node.id));
  }
  for (const rule of node.rules) {
    if (unknown(around.taskRules, rule))
      found.push(problem('BPMN.RULE_UNKNOWN', `There is no rule "${rule}".`, node.id));
  }
  return found;
};
