import type { ModdleElement } from 'bpmn-moddle';
import { extensionOf, numberOf, textOf } from '../read/properties.js';

/**
 * What a call activity enters, as a key of `plan.called`. `calledElement` is a qualified name: what this file holds is
 * known by the part behind the prefix. Another definition may be called in one of its versions: `key@3`.
 */
export const calledKey = (
  callables: ReadonlyMap<string, ModdleElement>,
  call: ModdleElement,
): string | undefined => {
  const called = textOf(call, 'calledElement');
  if (called === undefined || callables.has(called)) return called;
  const local = called.slice(called.indexOf(':') + 1);
  if (callables.has(local)) return local;
  const version = versionOf(call);
  return version === undefined ? called : `${called}@${version}`;
};

export const versionOf = (call: ModdleElement): number | undefined => {
  const extension = extensionOf(call, 'Call');
  return extension && numberOf(extension, 'version');
};
