/**
 * `npm run bench -- dmn [--rules=1000] [--decisions=20000]`: µs a decision of a UNIQUE table after compile, held against
 * plain evaluation of the same cells by feelin in the same run; and the longest time for which compiling holds up the
 * event loop of a running case. Fails where a decision takes a millisecond or more, or a piece 100.
 */
import { parseArgs } from 'node:util';
import { compileDecisions, compileRead, evaluateDecision, readDefinitions } from '@lianban/expressions/dmn';
import { FeelDate } from '@lianban/expressions/feel';
import { percentile, Report } from '../measuring/report.mjs';
import { feelinDay, plainTable } from './feelin-table.mjs';

const { values: options } = parseArgs({
  options: {
    rules: { type: 'string', default: '1000' },
    decisions: { type: 'string', default: '20000' },
    plain: { type: 'string', default: '20' },
  },
});
const [rules, decisions, plainDecisions] = [options.rules, options.decisions, options.plain].map(Number);

/** A tariff: district, kind of premises, area and date; each rule another corner of it. */
const kinds = ['餐饮', '住宿', '零售', '教育', '养老', '医疗', '仓储', '娱乐', '加工', '办公'];
const districts = Array.from({ length: 10 }, (_, index) => `3309${String(index).padStart(2, '0')}`);
const bands = Math.ceil(rules / (kinds.length * districts.length));
const width = 100;

const cellsOf = (/** @type {number} */ rule) => {
  const band = Math.floor(rule / (kinds.length * districts.length));
  return [
    `"${districts[rule % districts.length]}"`,
    `"${kinds[Math.floor(rule / districts.length) % kinds.length]}"`,
    `[${band * width}..${(band + 1) * width})`,
    '>= date("2026-01-01")',
  ];
};
const table = Array.from({ length: rules }, (_, rule) => ({ cells: cellsOf(rule), output: rule }));
const inputNames = ['district', 'kind', 'area', 'day'];
const types = ['string', 'string', 'number', 'date'];

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench" name="bench" namespace="bench">
${inputNames.map((name, at) => `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${types[at]}"/></inputData>`).join('\n')}
<decision id="tariff" name="tariff"><variable name="tariff" typeRef="number"/>
${inputNames.map((name) => `<informationRequirement><requiredInput href="#${name}"/></informationRequirement>`).join('\n')}
<decisionTable hitPolicy="UNIQUE">
${inputNames.map((name) => `<input><inputExpression><text>${name}</text></inputExpression></input>`).join('\n')}
<output/>
${table
  .map(
    ({ cells, output }) =>
      `<rule>${cells.map((cell) => `<inputEntry><text>${escaped(cell)}</text></inputEntry>`).join('')}<outputEntry><text>${output}</text></outputEntry></rule>`,
  )
  .join('\n')}
</decisionTable></decision></definitions>`;

/** Each input meets one rule; the same ones for both. */
const inputs = Array.from({ length: 1_000 }, (_, index) => {
  const rule = (index * 7_919) % rules;
  const band = Math.floor(rule / (kinds.length * districts.length));
  return {
    rule,
    district: districts[rule % districts.length],
    kind: kinds[Math.floor(rule / districts.length) % kinds.length],
    area: band * width + (index % width),
  };
});

const report = new Report();
report.line(`UNIQUE table of ${rules} rules, ${inputNames.length} inputs, ${bands} bands of numbers`);

const compiling = performance.now();
const { model, diagnostics } = await compileDecisions(xml);
if (model === undefined || diagnostics.some(({ severity }) => severity === 'error')) {
  throw new Error(`the table does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
}
report.figure('read and compile', performance.now() - compiling, { unit: 'ms', digits: 0 });

const { definitions } = await readDefinitions(xml);
if (definitions === undefined) throw new Error('the table cannot be read');
const pieces = [];
const work = compileRead(definitions, []);
for (let done = false; !done;) {
  const from = performance.now();
  done = work.next().done === true;
  pieces.push(performance.now() - from);
}
report.figure(
  'compile again for a running case',
  pieces.reduce((sum, time) => sum + time, 0),
  {
    unit: 'ms',
    digits: 0,
  },
);
report.figure(`the longest of its ${pieces.length} pieces`, Math.max(...pieces), { unit: 'ms', must: 100 });

const day = FeelDate.of(2026, 3, 2);
const decide = (/** @type {number} */ at) => {
  const { rule, district, kind, area } = inputs[at % inputs.length] ?? inputs[0];
  const { value } = evaluateDecision(model, 'tariff', new Map(Object.entries({ district, kind, area, day })));
  if (value !== rule) throw new Error(`expected rule ${rule}, got ${JSON.stringify(value)}`);
};
for (let at = 0; at < 2_000; at += 1) decide(at);
const times = [];
for (let at = 0; at < decisions; at += 1) {
  const from = performance.now();
  decide(at);
  times.push((performance.now() - from) * 1_000);
}
const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
report.figure('a decision, mean', mean, { unit: 'µs', must: 1_000 });
report.figure('a decision, 99 of 100 under', percentile(times, 0.99), { unit: 'µs', must: 1_000 });

const plain = plainTable(table.map(({ cells }) => cells));
const from = performance.now();
for (let at = 0; at < plainDecisions; at += 1) {
  const { rule, district, kind, area } = inputs[(at * 37) % inputs.length] ?? inputs[0];
  const found = plain([district, kind, area, feelinDay('2026-03-02')]);
  if (found.length !== 1 || found[0] !== rule)
    throw new Error(`feelin: expected ${rule}, got ${found.join()}`);
}
const plainMean = ((performance.now() - from) * 1_000) / plainDecisions;
report.figure('the same cells by feelin, mean', plainMean, { unit: 'µs', digits: 0 });
report.figure('times as fast as feelin', plainMean / mean, { digits: 0 });
report.end();
