import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { extensionOf, textOf } from '../read/properties.js';
import { ISO_DURATION } from './check-time.js';

/** How long a message is kept that comes before anything waits for it: some time, and only where it is kept at all. */
export const checkMessages = (elements: readonly ModdleElement[]): readonly Diagnostic[] =>
  elements.flatMap((element) => {
    const extension = element.$type === 'bpmn:Message' ? extensionOf(element, 'Message') : undefined;
    const timeToLive = textOf(extension, 'timeToLive');
    if (timeToLive === undefined) return [];
    const fault =
      textOf(extension, 'early') === 'refused'
        ? 'The message is refused where it comes early, so there is nothing whose time could run out.'
        : isSomeTime(timeToLive)
          ? undefined
          : `"${timeToLive}" is no ISO 8601 duration of weeks, days, hours, minutes, seconds.`;
    return fault === undefined ? [] : [problem('BPMN.TIME_TO_LIVE_INVALID', fault, element.id)];
  });

const isSomeTime = (iso: string): boolean => ISO_DURATION.test(iso) && /[1-9]/.test(iso);
