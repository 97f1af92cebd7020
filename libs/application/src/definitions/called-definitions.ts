import type { ProcessPlan } from '@lianban/process-runtime';
import type { PublishedDefinition } from './definition-store.port.js';

/**
 * What belongs to the definitions that a plan has taken in, under the names by which its nodes ask for it: `key/form`,
 * `key/file.dmn`. Copied, so that a case stays on the forms and decisions of the version it was pinned to.
 */
export const takenAlong = <T>(
  plan: ProcessPlan,
  callable: readonly PublishedDefinition[],
  of: (definition: PublishedDefinition) => Readonly<Record<string, T>>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.values(plan.called ?? {}).flatMap(({ key, version }) => {
      const definition = callable.find(
        (each) => each.version === version && (each.key === key || `${each.key}@${each.version}` === key),
      );
      return definition
        ? Object.entries(of(definition)).map(([name, value]) => [`${key}/${name}`, value] as const)
        : [];
    }),
  );
