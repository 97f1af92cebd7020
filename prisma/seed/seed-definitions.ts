import { CommandBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { PublishDefinitionCommand } from '@lianban/application';
import { engineActor } from '@lianban/domain';
import type { PolicyPack } from './policy-pack.js';

/** Publishes each process of the pack; one that is published already in this version stays as it is. */
export async function seedDefinitions(app: INestApplicationContext, pack: PolicyPack): Promise<void> {
  const commands = app.get(CommandBus);
  for (const { xml, manifest, forms } of pack.processes) {
    const { complete, incompleteNote, parameters } = manifest;
    await commands.execute(
      new PublishDefinitionCommand(
        engineActor(pack.tenant),
        xml,
        {
          pack: pack.code,
          complete,
          parameters,
          ...(incompleteNote === undefined ? {} : { incompleteNote }),
        },
        forms,
      ),
    );
  }
}
