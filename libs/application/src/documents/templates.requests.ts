import type { DocumentTemplateView, SaveTemplateRequest, TemplateKind } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

export class ListTemplatesQuery extends Query<readonly DocumentTemplateView[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Publishes the next version of the words of a document. */
export class PublishTemplateCommand extends Command<{ readonly version: number }> {
  constructor(
    readonly actor: Actor,
    readonly kind: TemplateKind,
    readonly request: SaveTemplateRequest,
  ) {
    super();
  }
}
