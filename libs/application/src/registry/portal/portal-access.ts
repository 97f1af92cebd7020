import type { Actor } from '@lianban/domain';
import { denied, missing } from '@lianban/kernel';
import type { Tx } from '../../transaction/index.js';
import { portalView } from './portal-view.js';
import type { Portal, PortalFacts } from './portal.port.js';

export const institutionOf = (actor: Actor): string => {
  if (actor.institutionId === undefined) throw denied('AUTH.NOT_ALLOWED', 'This page is for institutions.');
  return actor.institutionId;
};

export async function portalFacts(portal: Portal, tx: Tx, actor: Actor, lock = false): Promise<PortalFacts> {
  const facts = await portal.facts(tx, actor.tenant, institutionOf(actor), lock);
  if (facts === undefined) throw missing('PORTAL.UNKNOWN_INSTITUTION', 'There is no such institution.');
  return facts;
}

/** The page as it stands in this transaction. */
export async function currentPortalView(
  portal: Portal,
  tx: Tx,
  actor: Actor,
): Promise<ReturnType<typeof portalView>> {
  const facts = await portalFacts(portal, tx, actor);
  const checklist = await portal.form(tx, actor.tenant, 'completeness-check');
  return portalView(facts, checklist);
}
