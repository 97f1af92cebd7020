import { type TaskRule, filled, listOf, refusal } from './task-rule.js';

type Section = Readonly<Record<string, unknown>>;

const hasTwoOfficers = (form: Section): boolean =>
  ['officer1Name', 'officer1Certificate', 'officer2Name', 'officer2Certificate'].every((key) =>
    filled(form[key]),
  ) && String(form['officer1Certificate']).trim() !== String(form['officer2Certificate']).trim();

/** On-site checks are made by two certified officers or more (行政许可法 art. 34), or the record says why not. */
export const twoCertifiedOfficers: TaskRule = ({ form }) =>
  hasTwoOfficers(form) || filled(form['absentReason'])
    ? undefined
    : refusal(
        'TASKS.TWO_OFFICERS_NEEDED',
        'Record two officers with their certificate numbers, or the reason why there were none.',
        'form.officer1Name',
      );

/** Sections of bodies with enforcement power; maternal and child health supports and does not inspect. */
const INSPECTING_SECTIONS: Readonly<Record<string, string>> = {
  step_9_fire: 'fire',
  step_9_market_regulation: 'market-regulation',
  step_9_public_security: 'public-security',
  step_9_housing_construction: 'housing-construction',
  step_9_health_supervision: 'health-supervision',
};

/** The lead closes the visit when every inspecting unit has recorded its part, or the lead says why it did not come. */
export const visitComplete: TaskRule = ({ form, data }) => {
  const excused = filled(form['absentLanesReason'])
    ? new Set(listOf(form['absentLanes']))
    : new Set<string>();
  const open = Object.entries(INSPECTING_SECTIONS)
    .filter(([node, unit]) => data[node] === undefined && !excused.has(unit))
    .map(([, unit]) => unit);
  return open.length === 0
    ? undefined
    : {
        ...refusal(
          'TASKS.VISIT_INCOMPLETE',
          'Some inspecting units have recorded neither two officers nor a reason.',
          'form.absentLanes',
        ),
        details: { units: open },
      };
};
