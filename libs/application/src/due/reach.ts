import type { Rung } from '@lianban/domain';
import type { ProcessPlan } from '@lianban/process-runtime';
import { type FullDirectory, leadOfProcess } from '../routing/index.js';
import { type Lateness, type Told, tellAddressees } from './tell-addressees.js';

/**
 * Whom a rung tells, asked once for each unit and person of a directory: in a storm thousands of clocks of the same
 * offices climb the same rung.
 */
export class Reach {
  private readonly leads = new Map<ProcessPlan, Map<string, string | undefined>>();
  private readonly known = new Map<Rung['tell'], Map<string, readonly Told[]>>();

  constructor(readonly directory: FullDirectory) {}

  leadOf(plan: ProcessPlan, district: string): string | undefined {
    const ofPlan = entryOf(this.leads, plan, () => new Map<string, string | undefined>());
    return entryOf(ofPlan, district, () => leadOfProcess({ plan, district, directory: this.directory }));
  }

  tell(tell: Rung['tell'], late: Lateness): readonly Told[] {
    const ofRung = entryOf(this.known, tell, () => new Map<string, readonly Told[]>());
    const key = [late.officeId, late.assignee, late.leadOfficeId, late.district].join(' ');
    return entryOf(ofRung, key, () => tellAddressees(tell, late, this.directory));
  }
}

const entryOf = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};
