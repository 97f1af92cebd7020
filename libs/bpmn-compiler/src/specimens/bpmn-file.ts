import type { ProcessPlan } from '@lianban/process-runtime';
import { compileDefinitions, type CompileOptions } from '../compile-definitions.js';

/** A file around what a spec is about: the inside of process `p`, and what stands beside it. */
export const bpmnFile = (
  process: string,
  roots = '',
  attributes = '',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:lianban="http://lianban.org/schema/bpmn/1.0" id="d" targetNamespace="urn:specimen" ${attributes}>
  ${roots}
  <process id="p" isExecutable="true">${process}</process>
</definitions>`;

/** A sequence flow from one element to another, named after both. */
export const flow = (from: string, to: string, inside = ''): string =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;

/** The plan of process `p` of a file that must compile. */
export const planOf = async (xml: string, options?: CompileOptions): Promise<ProcessPlan> => {
  const { plans, diagnostics } = await compileDefinitions(xml, options);
  const plan = plans['p'];
  if (!plan || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return plan;
};

/** What a file is refused for, as `CODE element: message`. */
export const refusalsOf = async (xml: string): Promise<readonly string[]> => {
  const { diagnostics } = await compileDefinitions(xml);
  return diagnostics.map(({ code, elementId, message }) => `${code} ${elementId ?? ''}: ${message}`);
};
