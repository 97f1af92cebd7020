import { conductorCommands, deliverable, handledRequests } from '@lianban/application';
import { ACTIVITIES, EFFECT_TOPICS, JOB_TOPICS, QUEUES, WORKFLOWS } from '@lianban/contracts';
import { consumedQueues } from '@lianban/messaging';
import { handledActivities } from '@lianban/orchestration';
import { proveHandlers } from '@lianban/platform';
import * as workflows from '@lianban/workflows';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/**
 * Everything that the contracts name has one handler here, else this process must not take any work: what it could
 * not handle would be tried, fail and be buried.
 */
export const proveWorker = (app: INestApplicationContext): void => {
  const modules = [...app.get(ModulesContainer).values()];
  const handled = handledRequests(
    modules.flatMap(({ providers }) => [...providers.values()].map(({ metatype }) => metatype)),
  );
  const needed = [...deliverable.commands, ...conductorCommands];
  proveHandlers([
    { sort: 'queue', named: QUEUES, handled: consumedQueues },
    { sort: 'topic', named: [...JOB_TOPICS, ...EFFECT_TOPICS], handled: deliverable.topics },
    { sort: 'command', named: [...new Set([...needed, ...handled])], handled },
    { sort: 'activity', named: ACTIVITIES, handled: handledActivities },
    { sort: 'workflow', named: WORKFLOWS, handled: workflowsOf(workflows) },
  ]);
};

/** What Temporal takes for a workflow is a function that the module exports. */
const workflowsOf = (exports: object): readonly string[] =>
  Object.entries(exports).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
