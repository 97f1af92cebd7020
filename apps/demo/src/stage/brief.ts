import type { ClockView } from '@lianban/contracts';
import { Difference, same } from '../public-api/difference.js';
import type { HandledCase } from './handled-case.js';
import { instantOf, localDay, type LocalMinute, localMinute } from './local-time.js';
import { engine, type Stage } from './stage.js';

/** What the brief says of a clock at this point. */
export interface ClockClaim {
  readonly state: ClockView['state'];
  readonly due?: LocalMinute;
  readonly breached?: boolean;
}

const clockOf = async (handled: HandledCase, name: string): Promise<ClockView> => {
  const { clocks } = await handled.page();
  const found = clocks.find((clock) => clock.name.en === name);
  if (found === undefined) throw new Difference(`${handled.caseNo}: there is no clock "${name}"`);
  return found;
};

export async function clockStands(handled: HandledCase, name: string, claim: ClockClaim): Promise<void> {
  const { state, dueAt, breached } = await clockOf(handled, name);
  const found = { state, due: dueAt && localMinute(dueAt), breached };
  const { due, breached: broken = false } = claim;
  same(`${handled.caseNo} clock "${name}"`, found, { state: claim.state, due, breached: broken });
}

/** A rung that was climbed: its level, when, and the people it told. */
export interface ClimbedRung {
  readonly level: string;
  readonly at: LocalMinute;
  readonly told: readonly string[];
}

/**
 * Rungs that come at a share of a clock's time lie some seconds off the whole minute at which a story acts, and as many
 * minutes as an outage held it up.
 */
const SHARE_TOLERANCE_MS = 15 * 60_000;

/** The rungs of a clock that fired so far, no more and no less, each at its time and to its people. */
export async function rungsClimbed(
  stage: Stage,
  handled: HandledCase,
  name: string,
  claims: readonly ClimbedRung[],
): Promise<void> {
  const { rungs, ladder } = await clockOf(handled, name);
  const fired = rungs.filter(({ state }) => state === 'fired');
  const claim = `${handled.caseNo} clock "${name}" ${ladder}`;
  same(
    `${claim}: rungs`,
    fired.map(({ level }) => level),
    claims.map(({ level }) => level),
  );
  for (const [index, { level, at, told }] of claims.entries()) {
    const rung = fired[index];
    const late = Math.abs(Date.parse(rung?.at ?? '') - Date.parse(instantOf(at)));
    if (!(late < SHARE_TOLERANCE_MS)) same(`${claim} ${level}`, rung?.at && localMinute(rung.at), at);
    same(
      `${claim} ${level}: told`,
      rung?.told.map((person) => person.en),
      told,
    );
    const what = {
      zh: `${ladder} ${level} 已告知 ${rung?.told.map((person) => person.zh).join('、')}`,
      en: `${ladder} ${level} told ${told.join('; ')}`,
    };
    await stage.tell(engine, what, rung?.at === undefined ? {} : { at: localMinute(rung.at) });
  }
}

/** All events of a case so far, in any order within a minute. */
export async function emitted(stage: Stage, handled: HandledCase, types: readonly string[]): Promise<void> {
  const wanted = types.toSorted();
  let found: readonly string[] = [];
  await stage
    .eventually(`${handled.caseNo}: events`, async () => {
      found = (await stage.city.events.of(handled.id)).map(({ type }) => type).toSorted();
      return found.length >= wanted.length ? true : undefined;
    })
    .catch((failure: unknown) => {
      if (!(failure instanceof Difference)) throw failure;
    });
  same(`${handled.caseNo}: events`, found, wanted);
}

/** Who an obligation lay with, day by day. */
export async function layWith(
  handled: HandledCase,
  node: string,
  claims: readonly { readonly kind: string; readonly from: string; readonly to?: string }[],
): Promise<void> {
  const { court } = await handled.page();
  const found = court
    .filter((track) => track.node === node)
    .flatMap(({ intervals }) => intervals)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ kind, from, to }) => ({
      kind,
      from: localDay(from),
      ...(to === undefined ? {} : { to: localDay(to) }),
    }));
  same(`${handled.caseNo}: who held ${node}`, found, claims);
}
