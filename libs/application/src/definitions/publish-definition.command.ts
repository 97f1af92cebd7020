import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';

export interface DefinitionManifest {
  readonly pack: string;
  readonly complete: boolean;
  readonly incompleteNote?: { readonly zh: string; readonly en: string };
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Compiles a BPMN file and publishes it as the current version; refused with a place for each problem. */
export class PublishDefinitionCommand extends Command<{ readonly id: string; readonly version: number }> {
  constructor(
    readonly actor: Actor,
    readonly xml: string,
    readonly manifest: DefinitionManifest,
    readonly forms: Readonly<Record<string, { readonly zh: unknown; readonly en: unknown }>>,
    /** Decision models (DMN) by file name. */
    readonly decisions: Readonly<Record<string, string>> = {},
  ) {
    super();
  }
}
