import type { CaseTokens } from '@lianban/contracts';
import { denied, missing } from '@lianban/kernel';
import type { PlanNode } from '@lianban/process-runtime';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CaseReader } from '../casework/case-reader.port.js';
import { suspensionView } from '../casework/suspension-view.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { GetCaseTokensQuery } from './acts.commands.js';

@QueryHandler(GetCaseTokensQuery)
export class GetCaseTokensHandler implements IQueryHandler<GetCaseTokensQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly definitions: DefinitionCatalog,
  ) {}

  async execute({ actor, caseId }: GetCaseTokensQuery): Promise<CaseTokens> {
    if (!actor.roles.includes('admin')) throw denied('ACTS.NOT_YOURS', 'Your post does not allow this act.');
    const file = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.caseFile(tx, actor.tenant, caseId),
    );
    if (!file) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    const { plan } = await this.definitions.byId(file.definitionId);
    const { tokens, scopes } = file.state;
    return {
      caseId,
      caseNo: file.caseNo,
      tokens: tokens.map(({ id, node: nodeId, scope, holds, incident }) => {
        const node = plan.nodes[nodeId];
        const task = file.tasks.find(({ token, status }) => token === id && status === 'open');
        // An obligation is named after the token that holds it, or after the wait that it armed.
        const since = file.court.findLast(
          ({ obligation, node: at, to }) => obligation === id || (at === nodeId && to === undefined),
        )?.from;
        return {
          id,
          node: nodeId,
          name: node?.name ?? { zh: nodeId, en: nodeId },
          type: node?.type ?? '',
          scope,
          ...(holds === undefined ? {} : { holds }),
          ...(since === undefined ? {} : { since }),
          ...(task
            ? {
                task: {
                  id: task.id,
                  office: task.office.name,
                  ...(task.assignee ? { holder: task.assignee.name } : {}),
                },
              }
            : {}),
          ...(incident ? { incident: { code: incident.code } } : {}),
        };
      }),
      scopes: scopes.map(({ id, node, parent }) => ({
        id,
        ...(node === undefined ? {} : { node, name: plan.nodes[node]?.name ?? { zh: node, en: node } }),
        ...(parent === undefined ? {} : { parent }),
      })),
      targets: Object.values(plan.nodes)
        .filter(isTarget)
        .map(({ id, name, stepNo, type, parent }) => ({
          node: id,
          name,
          type,
          ...(stepNo === undefined ? {} : { stepNo }),
          ...(parent === undefined ? {} : { parent }),
        })),
      ...(file.suspension ? { suspended: suspensionView(file.suspension) } : {}),
    };
  }
}

/** Starts and boundary events happen; nobody goes there. What undoes another step is entered by compensation only. */
const isTarget = (node: PlanNode): boolean =>
  node.type !== 'startEvent' &&
  node.type !== 'boundaryEvent' &&
  !('forCompensation' in node && node.forCompensation) &&
  !(node.type === 'subProcess' && node.triggeredByEvent);
