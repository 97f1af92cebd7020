import type { PlanSignal, ProcessPlan } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf, extensionOf, textOf } from '../read/properties.js';
import { ANONYMOUS_SIGNAL, signalRootName } from './event-names.js';

/** The signals of a file that reach other cases: all but those that say `lianban:signal reach="case"`. */
export const signalsOf = (definitions: ModdleElement): Pick<ProcessPlan, 'signals'> => {
  const roots = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Signal');
  const names = new Set(
    roots.flatMap((signal) =>
      textOf(extensionOf(signal, 'Signal'), 'reach') === 'case' ? [] : (signalRootName(signal) ?? []),
    ),
  );
  if (hearsAnonymous(definitions)) names.add(ANONYMOUS_SIGNAL);
  const signals = [...names].map((name): [string, PlanSignal] => [name, { name, reach: 'everywhere' }]);
  return signals.length === 0 ? {} : { signals: Object.fromEntries(signals) };
};

/** Whether an event throws or waits for a signal that it does not name. */
const hearsAnonymous = (container: ModdleElement): boolean =>
  [...elementsOf(container, 'rootElements'), ...elementsOf(container, 'flowElements')].some(
    (element) =>
      elementsOf(element, 'eventDefinitions').some(
        (definition) =>
          definition.$type === 'bpmn:SignalEventDefinition' && definition['signalRef'] === undefined,
      ) || hearsAnonymous(element),
  );
