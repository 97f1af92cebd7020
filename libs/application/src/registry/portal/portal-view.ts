import type { PortalView, Text2 } from '@lianban/contracts';
import { mayFile, portalPhase, type PortalPhase } from './portal-phase.js';
import { nextTexts, noticeText, portalSteps, standingTexts } from './portal-texts.js';
import type { FormPair, PortalFacts } from './portal.port.js';

/** The portal's one page. `checklist` is the form that names the materials in both languages. */
export function portalView(facts: PortalFacts, checklist: FormPair | undefined): PortalView {
  const { institution, filing } = facts;
  const it = facts.case;
  const phase = portalPhase(it, filing);
  return {
    institution,
    ...(it === undefined
      ? {}
      : {
          case: {
            id: it.id,
            caseNo: it.caseNo,
            status: it.status,
            ...(it.outcome === undefined ? {} : { outcome: it.outcome }),
          },
        }),
    standing: standingTexts[phase],
    ...nextOf(phase, facts),
    missing: phase === 'supplement' ? missingOf(facts, checklist) : [],
    steps: stepsOf(phase, facts),
    ...(filing === undefined
      ? {}
      : {
          filing: {
            id: filing.id,
            form: filing.form,
            ...(filing.submittedAt === undefined ? {} : { submittedAt: filing.submittedAt }),
          },
        }),
    documents: facts.documents,
    notices: facts.notices.map(({ id, at, kind, payload }) => ({ id, at, text: noticeText(kind, payload) })),
  };
}

function nextOf(phase: PortalPhase, facts: PortalFacts): Pick<PortalView, 'next'> {
  const act = phase === 'supplement' ? 'supplement' : mayFile(phase) ? 'file' : undefined;
  if (act === undefined) return {};
  // The clock of filing; and the timer on the wait for the supplement, after which the filing lapses.
  const dueAt = facts.case?.dueByNode[act === 'file' ? 'step_4' : 'step_5b'];
  return { next: { act, text: nextTexts[act], ...(dueAt === undefined ? {} : { dueAt }) } };
}

function stepsOf(phase: PortalPhase, facts: PortalFacts): PortalView['steps'] {
  const instants: Readonly<Record<string, string>> = {
    'institution.registered': facts.institution.registeredAt,
    ...(facts.filing?.submittedAt === undefined ? {} : { 'filing.submitted': facts.filing.submittedAt }),
    ...facts.case?.milestones,
  };
  return portalSteps.map(({ name, milestone, begins }) => {
    const at = instants[milestone];
    const done = at !== undefined || (phase === 'verified' && milestone === 'filing.verified');
    const state = done ? 'done' : begins.includes(phase) ? 'current' : 'waiting';
    return { name, state, ...(at === undefined ? {} : { at }) };
  });
}

/** The one-time notice: the items ticked as missing when the materials were checked, with their names from that form. */
function missingOf(facts: PortalFacts, checklist: FormPair | undefined): PortalView['missing'] {
  const step = facts.case?.data['step_5'] as { form?: { missing?: unknown; opinion?: unknown } } | undefined;
  const items = Array.isArray(step?.form?.missing)
    ? step.form.missing.filter((item) => typeof item === 'string')
    : [];
  const zh = labelsOf(checklist?.zh);
  const en = labelsOf(checklist?.en);
  const reason = typeof step?.form?.opinion === 'string' ? { reason: step.form.opinion } : {};
  return items.map((item) => {
    const name: Text2 = { zh: zh.get(item) ?? item, en: en.get(item) ?? item };
    return { item, name, ...reason };
  });
}

function labelsOf(form: unknown): ReadonlyMap<string, string> {
  const { components = [] } = (form ?? {}) as {
    components?: readonly { key?: string; values?: readonly { value: string; label: string }[] }[];
  };
  const values = components.find(({ key }) => key === 'missing')?.values ?? [];
  return new Map(values.map(({ value, label }) => [value, label]));
}
