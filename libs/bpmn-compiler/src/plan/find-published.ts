import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf, textOf } from '../read/properties.js';
import { calledKey, versionOf } from './called-key.js';
import { flowElements } from './flow-elements.js';
import { callablesOf, type PublishedProcess } from './source.js';

/** Finds a definition of the house by its key; without a version, the newest. */
export type FindPublished = (
  key: string,
  version?: number,
) => PublishedProcess | undefined | Promise<PublishedProcess | undefined>;

/** All definitions that call activities of a file name and that the file doesn't hold, by the key of the call. */
export const findPublished = async (
  definitions: ModdleElement,
  find: FindPublished,
): Promise<ReadonlyMap<string, PublishedProcess>> => {
  const callables = callablesOf(definitions);
  const found = new Map<string, PublishedProcess>();
  for (const process of elementsOf(definitions, 'rootElements')) {
    for (const { element } of flowElements(process)) {
      const name = textOf(element, 'calledElement');
      const key = name === undefined ? undefined : calledKey(callables, element);
      if (name === undefined || key === undefined || callables.has(key) || found.has(key)) continue;
      const process = await find(name, versionOf(element));
      if (process) found.set(key, process);
    }
  }
  return found;
};
