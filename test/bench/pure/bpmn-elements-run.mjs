import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import { Serializer, TypeResolver } from 'moddle-context-serializer';

/**
 * Runs one case after the other on `bpmn-elements`: whatever waits is signalled at once, services answer at once, and a
 * condition is a look into a table. Answers how many nodes a case passed.
 * @param {string} xml
 * @param {(condition: string) => boolean} holds
 */
export const bpmnElementsRun = async (xml, holds) => {
  const moddle = await new BpmnModdle().fromXML(xml);
  const serialized = Serializer(moddle, TypeResolver(elements));
  const settings = {
    expressions: { resolveExpression: holds },
    extensions: {
      service: (/** @type {import('bpmn-elements').Activity} */ activity) => {
        if (activity.type !== 'bpmn:ServiceTask') return;
        activity.behaviour.Service = class {
          execute(
            /** @type {unknown} */ _message,
            /** @type {(error: null, result: object) => void} */ done,
          ) {
            done(null, {});
          }
        };
      },
    },
  };
  return () => {
    let passed = 0;
    const definition = new elements.Definition(
      new elements.Context(serialized, new elements.Environment(settings)),
    );
    definition.on('activity.wait', (/** @type {{ signal(): void }} */ api) => api.signal());
    definition.on('activity.end', () => {
      passed += 1;
    });
    definition.run();
    if (definition.isRunning) throw new Error('bpmn-elements has not come to the end.');
    return passed;
  };
};
