import { valueOf } from '../specimens/value-of.js';

describe('functions of contexts', () => {
  it.each([
    ['get value({a: 1}, "a")', '1'],
    ['get value({"filing.submitted": 1}, "filing.submitted")', '1'],
    ['get value({a: 1}, "b")', 'null'],
    ['get entries({a: 1, b: "x"})', '[{key: "a", value: 1}, {key: "b", value: "x"}]'],
    ['get entries({})', '[]'],
    ['context([{key: "a", value: 1}, {key: "b", value: null, more: 1}])', '{a: 1, b: null}'],
    ['context({key: "a", value: 1})', '{a: 1}'],
    ['context(get entries({a: 1, b: {c: 2}}))', '{a: 1, b: {c: 2}}'],
    ['context put({a: 1}, "b", 2)', '{a: 1, b: 2}'],
    ['context put({a: 1, b: 2}, "a", null)', '{a: null, b: 2}'],
    ['context put({a: {b: 1, c: 2}}, ["a", "b"], 9)', '{a: {b: 9, c: 2}}'],
    ['context merge([{a: 1, b: 1}, {b: 2}])', '{a: 1, b: 2}'],
    ['context put(context: {}, key: "a", value: 1)', '{a: 1}'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it.each([
    'get value(null, "a")',
    'get value({a: 1}, null)',
    'get value([], "a")',
    'get entries(null)',
    'context([{key: "a"}])',
    'context([{key: 1, value: 1}])',
    'context([{key: "a", value: 1}, {key: "a", value: 2}])',
    'context(null)',
    'context put(null, "a", 1)',
    'context put({}, [], 1)',
    'context put({}, ["a", "b"], 1)',
    'context merge([{a: 1}, null])',
    'context merge(null)',
  ])('%s is null', (text) => expect(valueOf(text)).toBe('null'));
});
