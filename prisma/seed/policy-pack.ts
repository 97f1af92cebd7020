import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ladder } from '@lianban/domain';

export interface Text2 {
  readonly zh: string;
  readonly en: string;
}

export interface PackDepartment {
  readonly code: string;
  readonly name: Text2;
  readonly enforcementPower: boolean;
  readonly verticallyLed: boolean;
}

export interface PackDistrict {
  readonly code: string;
  readonly slug: string;
  readonly name: Text2;
  readonly level: 'city' | 'county';
  readonly parent: string | null;
  readonly regime?: string;
  /** 发文机关代字: begins the numbers of papers issued there. */
  readonly sign: string;
}

interface OfficeKey {
  readonly department: string;
  readonly district: string;
  readonly function: string;
}

interface PackOverride {
  readonly district: string;
  readonly department: string;
  readonly function: string;
  readonly office: OfficeKey;
  readonly reason: Text2;
}

interface PackProcess {
  readonly xml: string;
  readonly manifest: {
    readonly key: string;
    readonly complete: boolean;
    readonly incompleteNote?: Text2;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
  readonly forms: Readonly<Record<string, { readonly zh: unknown; readonly en: unknown }>>;
}

/** A layer, and what orders it. */
interface PackCalendar {
  readonly layer: string;
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly publisher: string;
  readonly document: Readonly<Record<string, string>>;
}

/** The words of a legal document (文书模板), a paragraph a line. */
interface PackTemplate {
  readonly kind: string;
  readonly version: number;
  readonly article: string;
  readonly body: readonly string[];
}

export interface PolicyPack {
  readonly code: string;
  readonly tenant: string;
  readonly departments: readonly PackDepartment[];
  readonly districts: readonly PackDistrict[];
  readonly routing: { readonly version: number; readonly overrides: readonly PackOverride[] };
  readonly events: readonly { readonly type: string; readonly schema: object }[];
  readonly calendars: readonly PackCalendar[];
  readonly ladders: readonly Ladder[];
  readonly templates: readonly PackTemplate[];
  readonly processes: readonly PackProcess[];
}

const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

async function jsonFiles<T>(folder: string): Promise<T[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(names.map((name) => json<T>(join(folder, name))));
}

async function readProcess(folder: string): Promise<PackProcess> {
  const names = (await readdir(join(folder, 'forms'))).filter((name) => name.endsWith('.form.json'));
  const forms: Record<string, { zh: unknown; en: unknown }> = {};
  for (const name of names.filter((file) => !file.endsWith('.en.form.json'))) {
    const form = name.slice(0, -'.form.json'.length);
    forms[form] = {
      zh: await json(join(folder, 'forms', name)),
      en: await json(join(folder, 'forms', `${form}.en.form.json`)),
    };
  }
  return {
    xml: await readFile(join(folder, 'process.bpmn'), 'utf8'),
    manifest: await json(join(folder, 'manifest.json')),
    forms,
  };
}

/** A policy pack from its folder: offices, calendars, ladders, events and processes as data. */
export async function readPolicyPack(folder: string): Promise<PolicyPack> {
  const pack = await json<{ code: string; tenant: string; processes: string[] }>(join(folder, 'pack.json'));
  const { departments } = await json<{ departments: PackDepartment[] }>(join(folder, 'departments.json'));
  const { jurisdictions } = await json<{ jurisdictions: PackDistrict[] }>(join(folder, 'jurisdictions.json'));
  const schemas = await jsonFiles<{ 'x-type': string }>(join(folder, 'events'));
  return {
    code: pack.code,
    tenant: pack.tenant,
    departments,
    districts: jurisdictions,
    routing: await json(join(folder, 'routing.json')),
    events: schemas.map((schema) => ({ type: schema['x-type'], schema })),
    calendars: await jsonFiles(join(folder, 'calendars')),
    ladders: await jsonFiles(join(folder, 'ladders')),
    templates: await jsonFiles(join(folder, 'templates')),
    processes: await Promise.all(pack.processes.map((name) => readProcess(join(folder, name)))),
  };
}
