import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';
import type { PolicyPack } from '../../prisma/seed/policy-pack.js';
import { compilePackProcess, readPack, readPackJson } from './pack-processes.js';

const PROCESSES = [
  'institution-filing',
  'inspection-rectification',
  'practitioner-credential',
  'health-guidance',
];

/**
 * The end of the three working days and the last opinion both open the receipt (回执); the gateway `released` lets the
 * first of them through, which its conditions know and the drawing doesn't.
 */
const SEEN_TO: Readonly<Record<string, readonly string[]>> = {
  'institution-filing': [
    'warning BPMN.DEADLOCK receipt_join',
    'warning BPMN.LACK_OF_SYNCHRONISATION released',
  ],
};

interface Component {
  readonly type: string;
  readonly id: string;
  readonly key?: string;
  readonly label?: string;
  readonly dateLabel?: string;
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  readonly validate?: object;
}

interface EventSchema {
  readonly $schema: string;
  readonly 'x-type': string;
  readonly additionalProperties: boolean;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

const componentsOf = (form: unknown): readonly Component[] =>
  (form as { readonly components: readonly Component[] }).components;

/** What must be the same in both languages: everything but the words. */
const withoutWords = (form: unknown): unknown =>
  componentsOf(form)
    .filter(({ key }) => key !== undefined)
    .map(({ type, id, key, values, validate }) => ({
      type,
      id,
      key,
      validate,
      values: values?.map(({ value }) => value),
    }));

const wordsOf = (form: unknown): string =>
  componentsOf(form)
    .flatMap(({ label, dateLabel, values }) => [
      label,
      dateLabel,
      ...(values ?? []).map((value) => value.label),
    ])
    .join(' ');

const HAN = /\p{Script=Han}/u;

describe('the policy pack of Zhoushan', () => {
  let pack: PolicyPack;
  let schemas: ReadonlyMap<string, EventSchema>;
  const plans = new Map<string, ProcessPlan>();

  const nodesOf = (key: string): readonly PlanNode[] => Object.values(plans.get(key)?.nodes ?? {});
  const formsOf = (key: string): PolicyPack['processes'][number]['forms'] =>
    pack.processes.find(({ manifest }) => manifest.key === key)?.forms ?? {};

  beforeAll(async () => {
    pack = await readPack();
    schemas = new Map(pack.events.map(({ type, schema }) => [type, schema as EventSchema]));
    for (const key of PROCESSES) {
      const { plan } = await compilePackProcess(pack, key);
      if (plan) plans.set(key, plan);
    }
  });

  it('lists exactly its processes', () => {
    expect(pack.processes.map(({ manifest }) => manifest.key)).toEqual(PROCESSES);
  });

  describe.each(PROCESSES)('%s', (key) => {
    it('compiles without a finding, but for what its conditions see to', async () => {
      const { plan, diagnostics } = await compilePackProcess(pack, key);
      const found = diagnostics.map(({ severity, code, elementId }) => `${severity} ${code} ${elementId}`);
      expect(found).toEqual(SEEN_TO[key] ?? []);
      expect(plan?.processId).toBe(key);
    });

    it('has a form in Chinese and in English for every task, of the same fields', () => {
      const forms = formsOf(key);
      for (const node of nodesOf(key)) {
        if (node.type !== 'userTask') continue;
        expect(Object.keys(forms)).toContain(node.form);
      }
      for (const [name, { zh, en }] of Object.entries(forms)) {
        expect({ name, fields: withoutWords(en) }).toEqual({ name, fields: withoutWords(zh) });
        expect({ name, han: HAN.test(wordsOf(zh)) }).toEqual({ name, han: true });
        expect({ name, han: HAN.test(wordsOf(en)) }).toEqual({ name, han: false });
      }
    });

    it('has no form that nothing shows', () => {
      const used = new Set(nodesOf(key).flatMap((node) => (node.type === 'userTask' ? [node.form] : [])));
      // The institution's own two forms belong to the receive tasks of steps 4 and 5, shown by the portal.
      const portal = key === 'institution-filing' ? ['filing', 'supplement'] : [];
      expect(new Set(Object.keys(formsOf(key)))).toEqual(new Set([...used, ...portal]));
    });

    it('offers a field for the reason wherever an outcome needs one', () => {
      for (const node of nodesOf(key)) {
        if (node.type !== 'userTask' || !node.outcomes.some(({ reasonRequired }) => reasonRequired)) continue;
        const fields = componentsOf(formsOf(key)[node.form ?? '']?.zh).map((component) => component.key);
        expect({ node: node.id, fields }).toMatchObject({ fields: expect.arrayContaining(['opinion']) });
      }
    });

    it('reads no form field that its form does not have', () => {
      const text = JSON.stringify(plans.get(key));
      for (const [, id = '', field = ''] of text.matchAll(/\b(\w+)\.form\.(\w+)/g)) {
        const node = plans.get(key)?.nodes[id];
        const form = node?.type === 'userTask' ? formsOf(key)[node.form ?? ''] : undefined;
        expect({ id, fields: componentsOf(form?.zh).map((component) => component.key) }).toMatchObject({
          fields: expect.arrayContaining([field]),
        });
      }
    });

    it('emits and awaits only events with a schema, with the fields the schema asks for', () => {
      const messages = Object.keys(plans.get(key)?.messages ?? {});
      expect(messages.filter((message) => !schemas.has(message))).toEqual([]);
      for (const node of nodesOf(key)) {
        for (const emit of node.emits) {
          const schema = schemas.get(emit.type);
          const given = emit.data.map(({ target }) => target);
          expect({ node: node.id, given }).toMatchObject({
            given: expect.arrayContaining([...(schema?.required ?? [])]),
          });
          expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(given));
        }
      }
    });

    it('reads no event field that the schema does not have', () => {
      for (const node of nodesOf(key)) {
        const message =
          node.type === 'receiveTask'
            ? node.message
            : node.type === 'startEvent' && node.trigger.kind === 'message'
              ? node.trigger.message
              : undefined;
        if (message === undefined) continue;
        const text = JSON.stringify([node, plans.get(key)?.messages[message]]);
        for (const [, field = ''] of text.matchAll(/\bevent\.data\.(\w+)/g)) {
          expect(Object.keys(schemas.get(message)?.properties ?? {})).toContain(field);
        }
      }
    });

    it('names every node and every outcome in both languages', () => {
      for (const node of nodesOf(key)) {
        if (node.type === 'userTask') {
          for (const { name } of [node, ...node.outcomes]) {
            expect([HAN.test(name.zh), HAN.test(name.en), name.en === '']).toEqual([true, false, false]);
          }
        }
      }
    });
  });

  it('says of an incomplete process what is missing', () => {
    const incomplete = pack.processes.filter(({ manifest }) => !manifest.complete);
    expect(incomplete.map(({ manifest }) => manifest.key)).toEqual(PROCESSES.slice(1));
    for (const { manifest } of incomplete) {
      expect(manifest.incompleteNote?.zh).toMatch(HAN);
      expect(manifest.incompleteNote?.en).toMatch(/\w/);
    }
  });

  it('names for every clock a legal basis that is on record', async () => {
    const { bases } = await readPackJson<{ bases: readonly { readonly code: string }[] }>('legal-bases.json');
    const known = new Set(bases.map(({ code }) => code));
    for (const plan of plans.values()) {
      for (const clock of Object.values(plan.clocks)) expect(known).toContain(clock.basis);
    }
  });

  it('keeps its event schemas strict', () => {
    for (const [type, schema] of schemas) {
      expect(type).toMatch(/^cn\.gov\.zhoushan\.childcare\.[a-z-]+\.[a-z-]+\.v1$/);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema.additionalProperties).toBe(false);
      expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining([...schema.required]));
    }
  });

  it('sends filings of the two committees of the kindergarten regime to their education office', () => {
    const committees = pack.districts.filter(({ regime }) => regime === 'kindergarten');
    expect(committees.map(({ slug }) => slug)).toEqual(['xincheng', 'puzhu']);
    for (const { code } of committees) {
      expect(pack.routing.overrides).toContainEqual(
        expect.objectContaining({
          district: code,
          department: 'health',
          function: 'application-filing',
          office: { department: 'education', district: code, function: 'application-filing' },
        }),
      );
    }
  });

  it('routes only to districts, departments and functions that exist', async () => {
    const { functions } = await readPackJson<{ functions: readonly { readonly code: string }[] }>(
      'service-functions.json',
    );
    const known = {
      district: pack.districts.map(({ code }) => code),
      department: pack.departments.map(({ code }) => code),
      function: functions.map(({ code }) => code),
    };
    for (const override of pack.routing.overrides) {
      for (const key of [override, override.office]) {
        expect(known.district).toContain(key.district);
        expect(known.department).toContain(key.department);
        expect(known.function).toContain(key.function);
      }
    }
    for (const plan of plans.values()) {
      for (const lane of Object.values(plan.lanes)) {
        if (lane.function !== undefined) expect(known.function).toContain(lane.function);
      }
    }
  });
});
