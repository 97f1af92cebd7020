import type { MultiInstance, SigningRule } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { extensionOf, feelOf, textOf } from '../../read/properties.js';
import { optional } from '../node-extensions.js';
import { SIGNING_MODES } from '../vocabulary.js';

/** Countersigning (会签) as a multi-instance task: one instance a signer, and a rule for the outcome of the whole. */
export const buildSigning = (element: ModdleElement): MultiInstance | undefined => {
  const signing = extensionOf(element, 'Signing');
  if (!signing) return undefined;
  const mode = SIGNING_MODES.find((word) => word === textOf(signing, 'mode')) ?? 'all';
  return {
    kind: 'multi',
    sequential: mode === 'sequence',
    collection: feelOf(textOf(signing, 'signers')) ?? 'null',
    item: textOf(signing, 'item') ?? 'signer',
    behavior: 'all',
    signing: {
      mode,
      consent: textOf(signing, 'consent') ?? '',
      passed: textOf(signing, 'passed') ?? 'passed',
      rejected: textOf(signing, 'rejected') ?? 'rejected',
      ...optional('ratio', ratioOf(textOf(signing, 'ratio'))),
      open: signing['open'] === true,
    },
  };
};

/** `2/3`: a share of all signers, more than none and at most all. */
export const ratioOf = (text: string | undefined): SigningRule['ratio'] => {
  const [, part, whole] = text?.match(/^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/) ?? [];
  const [share, all] = [Number(part), Number(whole)];
  return share > 0 && share <= all ? [share, all] : undefined;
};
