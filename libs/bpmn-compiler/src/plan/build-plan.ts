import type { PlanMessage, ProcessPlan } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { extensionOf, feelOf, textOf } from '../read/properties.js';
import { graphOf } from './build-graph.js';
import { type Built, withCalled } from './called-processes.js';
import { messageName } from './event-names.js';
import { buildLanes } from './lanes.js';
import { optional } from './node-extensions.js';
import type { SourceFile } from './source.js';
import { declaredIn } from './variables.js';

/** One process of a file as a plan, with all that it calls. */
export const buildPlan = (file: SourceFile, process: ModdleElement): Built => {
  const businessKey = feelOf(textOf(extensionOf(process, 'Process'), 'businessKey'));
  const zh = textOf(process, 'name') ?? process.id ?? '';
  const { nodes, flows, clocks, findings } = graphOf(file, process);
  const own: ProcessPlan = {
    format: 1,
    processId: process.id ?? '',
    name: { zh, en: textOf(extensionOf(process, 'Process'), 'nameEn') ?? zh },
    ...optional('businessKey', businessKey),
    nodes,
    flows,
    lanes: buildLanes(process),
    clocks,
    messages: buildMessages(file.messages, businessKey),
    ...file.signals,
    ...declaredIn(process),
  };
  const { plan, findings: foundInCalled } = withCalled(file, own);
  return { plan, findings: [...findings, ...foundInCalled] };
};

const buildMessages = (
  elements: readonly ModdleElement[],
  businessKey: string | undefined,
): Readonly<Record<string, PlanMessage>> => {
  const messages = new Map<string, PlanMessage>();
  for (const element of elements) {
    const name = messageName(element);
    if (name === undefined) continue;
    const extension = extensionOf(element, 'Message');
    const own = feelOf(textOf(extension, 'correlationKey'));
    messages.set(name, {
      name,
      correlationKey: own ?? (businessKey === undefined ? '' : `event.data.${businessKey}`),
      ...(textOf(extension, 'early') === 'refused' ? { early: 'refused' } : {}),
      ...optional('timeToLive', textOf(extension, 'timeToLive')),
    });
  }
  return Object.fromEntries(messages);
};
