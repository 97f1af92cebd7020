import type { DocumentTemplateView } from '@lianban/contracts';
import { templateProblems } from '@lianban/domain';
import { conflict, denied, invalid } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { DocumentTemplates } from './document-template.port.js';
import { PLACEHOLDERS } from './placeholders.js';
import { ListTemplatesQuery, PublishTemplateCommand } from './templates.requests.js';

@QueryHandler(ListTemplatesQuery)
export class ListTemplatesHandler implements IQueryHandler<ListTemplatesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: DocumentTemplates,
  ) {}

  async execute({ actor }: ListTemplatesQuery): Promise<readonly DocumentTemplateView[]> {
    const all = await this.unitOfWork.readAs(actor, (tx) => this.templates.all(tx, actor.tenant));
    return all.map((template) => ({ ...template, placeholders: PLACEHOLDERS[template.kind] }));
  }
}

@CommandHandler(PublishTemplateCommand)
export class PublishTemplateHandler implements ICommandHandler<PublishTemplateCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: DocumentTemplates,
  ) {}

  async execute({ actor, kind, request }: PublishTemplateCommand): Promise<{ readonly version: number }> {
    if (!actor.roles.includes('admin')) throw denied('AUTH.NOT_ALLOWED', 'Administrators edit templates.');
    const problems = templateProblems(request.body, PLACEHOLDERS[kind]);
    if (problems.length > 0) {
      throw invalid('TEMPLATES.REFUSED', 'The template has placeholders that cannot be filled.', {
        places: problems.map(({ line, column, found, code }) => ({
          path: 'body',
          line,
          code,
          message: `line ${line}, column ${column}: ${found}`,
          zh: `第${line}行第${column}个字：${found}`,
        })),
      });
    }
    const version = request.version + 1;
    const published = await this.unitOfWork.withActor(actor, (tx) =>
      this.templates.publish(tx, actor, kind, { version, body: request.body, article: request.article }),
    );
    if (!published) throw conflict('TEMPLATES.STALE', 'Somebody published a later version.');
    return { version };
  }
}
