import { type Directory, departmentOf, routeLane } from '@lianban/domain';
import type { PlanLane } from '@lianban/process-runtime';
import { officeId, officesOf } from '../../prisma/seed/offices.js';
import type { PackDistrict, PolicyPack } from '../../prisma/seed/policy-pack.js';
import { compilePackProcess, readPack } from './pack-processes.js';

const registrars = ['market-regulation', 'civil-affairs', 'staffing-office'];

let pack: PolicyPack;
let directory: Directory;
let counties: readonly PackDistrict[];
let lanes: readonly PlanLane[];

beforeAll(async () => {
  pack = await readPack();
  counties = pack.districts.filter(({ level }) => level === 'county');
  const slugs = new Map(pack.districts.map(({ code, slug }) => [code, slug]));
  directory = {
    offices: officesOf(pack),
    overrides: pack.routing.overrides.map(({ office, reason, ...override }) => ({
      ...override,
      officeId: officeId(slugs.get(office.district) ?? '', office.department, office.function),
      reason: reason.zh,
      version: pack.routing.version,
    })),
    parents: new Map(pack.districts.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent]]))),
  };
  const compiled = await Promise.all(
    pack.processes.map(({ manifest }) => compilePackProcess(pack, manifest.key)),
  );
  lanes = compiled
    .flatMap(({ plan }) => Object.values(plan?.lanes ?? {}))
    .filter(({ department }) => !['institution', 'system'].includes(department));
});

describe('every lane of every process', () => {
  it('reaches an office of its own department in its own district, in all nine', () => {
    const strays = counties.flatMap((district) =>
      lanes.flatMap((lane) =>
        (lane.department === 'registration-authority' ? registrars : ['']).flatMap(
          (registrationAuthority) => {
            const data = { registrationAuthority };
            const route = routeLane(lane, district.code, data, directory);
            const overridden = directory.overrides.some(
              (entry) => entry.district === district.code && entry.department === lane.department,
            );
            const home =
              route?.office.district === district.code &&
              (overridden || route.office.department === departmentOf(lane, data)) &&
              route.rule !== 'next-level-up';
            return home ? [] : [`${district.slug} ${lane.department} ${lane.function ?? ''}`];
          },
        ),
      ),
    );
    expect(counties).toHaveLength(9);
    expect(strays).toEqual([]);
  });

  it('reaches the office with the function it asks for', () => {
    for (const { code } of counties) {
      for (const lane of lanes.filter(({ function: wanted }) => wanted !== undefined))
        expect(routeLane(lane, code, {}, directory)?.office.function).toBe(lane.function);
    }
  });
});

describe('filings of the committees that follow the kindergarten regime', () => {
  const filing = (): PlanLane => {
    const found = lanes.find(
      ({ department, function: wanted }) => department === 'health' && wanted === 'application-filing',
    );
    if (!found) throw new Error('No lane receives filings.');
    return found;
  };

  it('go to education in New City and Puzhu, to health everywhere else', () => {
    for (const { code, regime } of counties) {
      const route = routeLane(filing(), code, {}, directory);
      expect([route?.office.department, route?.rule]).toEqual(
        regime === 'kindergarten' ? ['education', 'override'] : ['health', 'function'],
      );
    }
  });

  it('stay an editable choice: without the override they go to health', () => {
    for (const { code } of counties)
      expect(routeLane(filing(), code, {}, { ...directory, overrides: [] })?.office.department).toBe(
        'health',
      );
  });
});
