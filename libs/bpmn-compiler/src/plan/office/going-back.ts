import type { UserTask } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { extensionOf, textOf, wordsOf } from '../../read/properties.js';
import { RETURN_WAYS } from '../vocabulary.js';

/** 退回 and 撤回: what people may do to a task besides completing it. */
export const goingBack = (element: ModdleElement): Pick<UserTask, 'returns' | 'takeBack'> => {
  const back = extensionOf(element, 'Return');
  const takeBack = extensionOf(element, 'TakeBack');
  const named = wordsOf(textOf(back, 'then'));
  return {
    ...(back
      ? {
          returns: {
            to: wordsOf(textOf(back, 'to')),
            ways: RETURN_WAYS.filter((way) => named.length === 0 || named.includes(way)),
          },
        }
      : {}),
    ...(takeBack ? { takeBack: takeBack['allowed'] !== false } : {}),
  };
};
