import { readFileSync } from 'node:fs';
import { type XmlElement, childrenOf, readXml } from '../xml-tree.js';

const NAMESPACE = 'http://www.omg.org/spec/DMN/20160719/testcase';

/** One file of tests of the DMN TCK (schema `testCases.xsd`). */
export interface TestFile {
  readonly modelName: string | undefined;
  readonly cases: readonly TestCase[];
}

export interface TestCase {
  readonly id: string;
  /** What is called instead of evaluating decisions: a decision service or a business knowledge model. */
  readonly invocable: string | undefined;
  readonly inputs: readonly XmlElement[];
  readonly results: readonly TestResult[];
}

export interface TestResult {
  readonly name: string;
  readonly errorResult: boolean;
  readonly expected: XmlElement | undefined;
}

/** Undefined for XML of another kind. */
export const readTestFile = (path: string): TestFile | undefined => {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (!text.includes(NAMESPACE)) return undefined;
  const root = readXml(text);
  if (root.name !== 'testCases') return undefined;
  return {
    modelName: childrenOf(root, 'modelName')[0]?.text.trim() || undefined,
    cases: childrenOf(root, 'testCase').map((testCase, index) => ({
      id: testCase.attributes.get('id') ?? String(index + 1),
      invocable: invocableOf(testCase),
      inputs: childrenOf(testCase, 'inputNode'),
      results: childrenOf(testCase, 'resultNode').map((node) => ({
        name: nameOf(node),
        errorResult: node.attributes.get('errorResult') === 'true',
        expected: childrenOf(node, 'expected')[0],
      })),
    })),
  };
};

/** As DMN compares names: runs of white space are one space. */
export const nameOf = (node: XmlElement): string =>
  (node.attributes.get('name') ?? '').trim().replace(/\s+/g, ' ');

const invocableOf = ({ attributes }: XmlElement): string | undefined => {
  const type = attributes.get('type') ?? 'decision';
  return type === 'decision' ? undefined : attributes.get('invocableName');
};
