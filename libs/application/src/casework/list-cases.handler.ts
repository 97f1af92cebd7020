import { exportDefinitions } from '@lianban/bpmn-compiler';
import type { CaseRow, DecisionFile, DefinitionRow, IncidentView, Page } from '@lianban/contracts';
import { denied, missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { decodeCursor, encodeCursor } from '../inbox/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { CaseReader } from './case-reader.port.js';
import {
  GetDecisionFilesQuery,
  GetDefinitionXmlQuery,
  ListCasesQuery,
  ListDefinitionsQuery,
  ListIncidentsQuery,
} from './casework.queries.js';
import { overseesAll } from './oversight.js';

const PAGE = 50;

@QueryHandler(ListCasesQuery)
export class ListCasesHandler implements IQueryHandler<ListCasesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  async execute({ actor, options }: ListCasesQuery): Promise<Page<CaseRow>> {
    const limit = Math.min(options.limit ?? PAGE, 100);
    const text = options.q?.trim();
    const rows = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.list(tx, actor.tenant, {
        limit: limit + 1,
        ...(text === undefined || text === '' ? {} : { text }),
        ...(options.status === undefined ? {} : { status: options.status }),
        ...(options.district === undefined ? {} : { district: options.district }),
        ...(options.after === undefined ? {} : { after: decodeCursor(options.after) }),
        ...(overseesAll(actor) ? {} : { officeIds: actor.officeIds }),
      }),
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last
      ? { items, next: encodeCursor({ at: last.openedAt, id: last.id }) }
      : { items };
  }
}

@QueryHandler(ListDefinitionsQuery)
export class ListDefinitionsHandler implements IQueryHandler<ListDefinitionsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  execute({ actor }: ListDefinitionsQuery): Promise<readonly DefinitionRow[]> {
    return this.unitOfWork.withActor(actor, (tx) => this.reader.definitions(tx, actor.tenant));
  }
}

@QueryHandler(GetDefinitionXmlQuery)
export class GetDefinitionXmlHandler implements IQueryHandler<GetDefinitionXmlQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  async execute({ actor, definitionId }: GetDefinitionXmlQuery): Promise<string> {
    const xml = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.definitionXml(tx, actor.tenant, definitionId),
    );
    if (xml === undefined) throw missing('DEFINITIONS.UNKNOWN', 'There is no such process definition.');
    // What was published before it was held against all rules may be no XML to the letter: it goes out as it came.
    const out = exportDefinitions(xml);
    return 'xml' in out ? out.xml : xml;
  }
}

@QueryHandler(GetDecisionFilesQuery)
export class GetDecisionFilesHandler implements IQueryHandler<GetDecisionFilesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  async execute({ actor, definitionId }: GetDecisionFilesQuery): Promise<readonly DecisionFile[]> {
    const files = await this.unitOfWork.withActor(actor, (tx) =>
      this.reader.decisionFiles(tx, actor.tenant, definitionId),
    );
    if (files === undefined) throw missing('DEFINITIONS.UNKNOWN', 'There is no such process definition.');
    return files;
  }
}

@QueryHandler(ListIncidentsQuery)
export class ListIncidentsHandler implements IQueryHandler<ListIncidentsQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
  ) {}

  execute({ actor }: ListIncidentsQuery): Promise<readonly IncidentView[]> {
    if (!overseesAll(actor))
      throw denied('INCIDENTS.NOT_YOURS', 'Only supervisors and administrators see incidents.');
    return this.unitOfWork.withActor(actor, (tx) => this.reader.incidents(tx, actor.tenant));
  }
}
