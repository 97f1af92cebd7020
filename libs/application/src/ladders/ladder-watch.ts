import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { BusinessCalendars, calendarOfClock } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { KnownDirectory, officeOfStep } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import {
  type Finding,
  LadderWatchStore,
  type WatchProgress,
  type WatchedClock,
} from './ladder-watch-store.port.js';
import { watchClock } from './watch-clock.js';

/** Clocks in one transaction. */
const PAGE = 1_000;

/** Clocks in one look: a house with more is gone round in several looks, and the page says when a round ended. */
const LOOK = 20_000;

/** Suspects remembered from one look to the next; a house with more has one cause for all of them. */
const SUSPECTS = 500;

/**
 * Goes round all running clocks and proves that each level of each ladder was looked at or is planned. It asks the
 * ledgers and the firings, not the sweep. What looks wrong twice, at two looks, becomes an incident: between two
 * looks the sweep may have caught up.
 */
@Injectable()
export class LadderWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LadderWatchStore,
    private readonly calendars: BusinessCalendars,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
  ) {}

  /** One look; answers how many clocks were judged. Call it every minute. */
  async look(tenant: string): Promise<number> {
    let judged = await this.lookAgain(tenant);
    for (;;) {
      const { clocks, ended } = await this.lookOn(tenant);
      judged += clocks;
      if (ended || judged >= LOOK) return judged;
    }
  }

  /** Suspects of the look before: those that still are become incidents. */
  private lookAgain(tenant: string): Promise<number> {
    return this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const taken = await this.store.take(tx, tenant);
      if (!taken || taken.progress.suspects.length === 0) return 0;
      const clocks = await this.store.byId(tx, tenant, taken.progress.suspects);
      const findings = await this.judge(tenant, clocks, taken.now);
      await this.store.report(tx, tenant, findings);
      const { round } = taken.progress;
      await this.store.keep(tx, tenant, {
        ...taken.progress,
        suspects: [],
        round: { ...round, missing: round.missing + findings.length },
      });
      return clocks.length;
    });
  }

  private lookOn(tenant: string): Promise<{ readonly clocks: number; readonly ended: boolean }> {
    return this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const taken = await this.store.take(tx, tenant);
      if (!taken) return { clocks: 0, ended: true };
      const { progress, now } = taken;
      const clocks = await this.store.page(tx, tenant, progress.after, PAGE);
      const findings = await this.judge(tenant, clocks, now);
      const ended = clocks.length < PAGE;
      await this.store.keep(
        tx,
        tenant,
        next(progress, clocks, await this.rungsOf(tenant, clocks, now), findings, ended),
      );
      return { clocks: clocks.length, ended };
    });
  }

  private async judge(
    tenant: string,
    clocks: readonly WatchedClock[],
    now: string,
  ): Promise<readonly Finding[]> {
    const [rules, directory] = await Promise.all([this.calendars.of(tenant), this.directory.of(tenant)]);
    const findings: Finding[] = [];
    for (const clock of clocks) {
      const { plan } = await this.definitions.byId(clock.definitionId);
      const around = { plan, district: clock.district, directory };
      const calendar = calendarOfClock(rules, clock.district, (node) =>
        officeOfStep(around, node, clock.tasks),
      )(clock.scope, clock.node);
      const ladder = rules.ladders.climbedBy(clock.ledger, clock.ladder, now);
      const missing = watchClock(clock, ladder, calendar, now);
      if (missing.length > 0) findings.push({ clock, missing });
    }
    return findings;
  }

  private async rungsOf(tenant: string, clocks: readonly WatchedClock[], now: string): Promise<number> {
    const { ladders } = await this.calendars.of(tenant);
    return clocks.reduce(
      (sum, { ledger, ladder }) => sum + (ladders.climbedBy(ledger, ladder, now)?.rungs.length ?? 0),
      0,
    );
  }
}

const next = (
  { round, suspects, lastRound }: WatchProgress,
  clocks: readonly WatchedClock[],
  rungs: number,
  findings: readonly Finding[],
  ended: boolean,
): WatchProgress => {
  const seen = [...suspects, ...findings.map(({ clock }) => clock.id)].slice(0, SUSPECTS);
  const done = { ...round, clocks: round.clocks + clocks.length, rungs: round.rungs + rungs };
  const after = clocks.at(-1)?.id;
  if (!ended && after !== undefined)
    return { after, round: done, suspects: seen, ...(lastRound ? { lastRound } : {}) };
  const at = new Date().toISOString();
  return {
    round: { began: at, clocks: 0, rungs: 0, missing: 0 },
    suspects: seen,
    lastRound: { ...done, ended: at, suspects: seen.length },
  };
};
