import * as application from '@lianban/application';
import { handledRequests, requestsAmong } from '@lianban/application';
import { proveHandlers } from '@lianban/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** Commands that only deliveries of the worker dispatch. */
const OF_THE_WORKER: ReadonlySet<string> = new Set([
  application.ConductEffectCommand.name,
  application.EndCallChainCommand.name,
  application.RenderDocumentCommand.name,
  application.SendMessageCommand.name,
  application.TellTodoCommand.name,
]);

/** Every command and query that a route may dispatch has one handler here, else the process must not serve. */
export const proveApi = (app: INestApplicationContext): void => {
  const modules = [...app.get(ModulesContainer).values()];
  const handled = handledRequests(
    modules.flatMap(({ providers }) => [...providers.values()].map(({ metatype }) => metatype)),
  );
  const named = requestsAmong(application).filter((name) => !OF_THE_WORKER.has(name));
  proveHandlers([{ sort: 'command or query', named, handled }]);
};
