import type { FilingRecord, PortalCase } from './portal.port.js';

export type PortalPhase =
  | 'registered'
  | 'pushing'
  | 'dossier'
  | 'to-file'
  | 'filed-early'
  | 'checking'
  | 'supplement'
  | 'verifying'
  | 'receipt'
  | 'visiting'
  | 'verified'
  | 'correcting'
  | 'lapsed'
  | 'not-filed'
  | 'out-of-scope'
  | 'home-based-point';

const byOutcome: Readonly<Record<string, PortalPhase>> = {
  'filed-and-verified': 'verified',
  'filed-correcting': 'correcting',
  lapsed: 'lapsed',
  'not-filed': 'not-filed',
  'out-of-scope': 'out-of-scope',
  'home-based-point': 'home-based-point',
};

/** Where the institution stands, from where the case's tokens are and which instants it recorded. */
export function portalPhase(it: PortalCase | undefined, filing: FilingRecord | undefined): PortalPhase {
  const filed = filing !== undefined && filing.status !== 'draft';
  if (it === undefined) return filed ? 'filed-early' : 'registered';
  if (it.status === 'ended') return byOutcome[it.outcome ?? ''] ?? 'verified';
  const at = (node: string): boolean => it.nodes.includes(node);
  if (at('step_5w')) return isAnswered(it, filing) ? 'checking' : 'supplement';
  if (it.milestones['filing.receipt-issued'] !== undefined)
    return at('step_8') && it.nodes.length === 1 ? 'receipt' : 'visiting';
  if (it.milestones['filing.completed'] !== undefined) return 'verifying';
  if (it.milestones['filing.submitted'] !== undefined || at('step_5')) return 'checking';
  if (filed) return 'filed-early';
  if (at('step_4')) return 'to-file';
  if (at('step_2')) return 'dossier';
  return 'pushing';
}

/** The supplement is on its way to the case: it must not be asked for, or sent, a second time. */
const isAnswered = (it: PortalCase, filing: FilingRecord | undefined): boolean =>
  filing?.status === 'supplemented' && filing.sentAt > (it.milestones['filing.supplement-requested'] ?? '');

const mayFileIn: ReadonlySet<PortalPhase> = new Set([
  'registered',
  'pushing',
  'dossier',
  'to-file',
  'lapsed',
]);

/** A filing before step 4 is buffered by the case; after a lapse it opens a new one. */
export const mayFile = (phase: PortalPhase): boolean => mayFileIn.has(phase);
