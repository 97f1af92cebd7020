import {
  AfterCommit,
  BusinessCalendars,
  DueSweep,
  RouteEventCommand,
  type RungFired,
  TakeRungActsCommand,
} from '@lianban/application';
import { addWorkingMinutes, openingTime, toLocalTime } from '@lianban/calendar';
import type { CloudEvent } from '@lianban/contracts';
import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Client } from 'pg';
import { Agenda } from './agenda.js';
import { Applicants } from './applicants.js';
import { Desks } from './desks.js';
import { IntakeNoise } from './intake-noise.js';
import { JointOffice } from './joint-office.js';
import { MovedTime } from './moved-time.js';
import { OtherSystems } from './other-systems.js';
import { People } from './people.js';
import type { Play } from './play.js';
import { Registrars } from './registrars.js';
import type { Story } from './stories.js';
import { type FreshDelivery, type OpenTask, type SeenCase, Watch } from './watch.js';

/** Minutes of office hours of a working day. */
const DAY = 420;

/** How long a history is, and what else happens in it. */
export interface Course {
  /** The instant of the last act. */
  readonly until: string;
  /** Working days before it on which the first may happen. */
  readonly oldest: number;
  /** Called when business time stands there. */
  readonly interludes?: readonly { readonly at: string; readonly act: () => Promise<void> }[];
}

/**
 * Plays weeks of office life: everybody acts by the product's own commands, at the business time of the act, and what
 * falls due in between falls due. Deterministic for the same stories and the same end.
 */
@Injectable()
export class HistoryPlayer {
  constructor(
    private readonly commands: CommandBus,
    private readonly calendars: BusinessCalendars,
    private readonly sweep: DueSweep,
    private readonly afterCommit: AfterCommit,
    private readonly registrars: Registrars,
    private readonly applicants: Applicants,
    private readonly desks: Desks,
    private readonly noise: IntakeNoise,
    private readonly jointOffice: JointOffice,
    private readonly systems: OtherSystems,
  ) {}

  /** `client` is the one on which business time is moved. */
  async play(
    client: Client,
    tenant: string,
    stories: readonly Story[],
    { until, oldest, interludes = [] }: Course,
  ): Promise<void> {
    const { calendar } = await this.calendars.of(tenant);
    const today = toLocalTime(calendar, until).day;
    const dayOf = (age: number): string =>
      openingTime(calendar, calendar.addWorkingDays(today + 1, -1 - age));
    const play: Play = {
      tenant,
      calendar,
      agenda: new Agenda(),
      time: new MovedTime(client),
      watch: await Watch.from(client),
      people: await People.meet(client, tenant),
      stories: new Map(),
      planned: new Set(),
      answered: new Map(),
      touched: new Set(),
      seen: new Map(),
      lately: dayOf(3),
    };
    for (const story of stories) {
      const at = addWorkingMinutes(calendar, dayOf(story.age), story.random.between(10, DAY - 20));
      play.agenda.add(at, () => this.register(play, story, at));
    }
    for (const { at, act } of interludes) play.agenda.add(at, act);
    this.noise.plan(play.agenda, (age, minutes) => addWorkingMinutes(calendar, dayOf(age), minutes));
    const silence = this.afterCommit.listen(({ caseId }) => {
      if (caseId !== undefined) play.touched.add(caseId);
    });
    try {
      await play.time.startAt(dayOf(oldest + 1));
      for (let next = play.agenda.next(until); next; next = play.agenda.next(until)) {
        await play.time.forwardTo(next.at);
        await next.act();
        await this.settle(play, next.at);
      }
      await play.time.backToReal();
    } finally {
      silence();
    }
  }

  private async register(play: Play, story: Story, at: string): Promise<void> {
    const id = await this.registrars.register(story, play.people, new Date(at));
    play.stories.set(id, story);
    const later = (days: number): string => addWorkingMinutes(play.calendar, at, Math.round(days * DAY));
    if (story.awaitsApproval) return;
    if (story.by === 'approval') {
      const approvedAt = later(story.random.between(0.5, 3));
      play.agenda.add(approvedAt, () => this.registrars.approveNurseryClass(story, id, new Date(approvedAt)));
    }
    // An early filing waits in its case until the dossier is open.
    const filesAfter =
      story.filesAfter === undefined
        ? undefined
        : Math.max(story.filesAfter, story.by === 'approval' ? 5 : 0);
    if (filesAfter !== undefined && story.scope === 'filing-needed') {
      play.agenda.add(later(filesAfter), () => this.file(play, id, story));
    }
  }

  private async file(play: Play, institutionId: string, story: Story): Promise<void> {
    await this.applicants.file(await play.people.applicant(institutionId), story);
  }

  /** Hands over what was put out, then lets everybody see what changed. */
  private async settle(play: Play, now: string): Promise<void> {
    for (let fresh = await play.watch.deliveries(); fresh.length > 0; fresh = await play.watch.deliveries()) {
      for (const delivery of fresh) await this.deliver(play, delivery, now);
    }
    const ids = [...play.touched];
    play.touched.clear();
    for (const seen of ids.length === 0 ? [] : await play.watch.cases(ids)) this.look(play, seen, now);
  }

  /** What the worker would do with a row of the outbox; documents and chains of calls are left to it. */
  private async deliver(play: Play, { id, kind, topic, payload }: FreshDelivery, now: string): Promise<void> {
    const actor = engineActor(play.tenant, id);
    if (kind === 'event') {
      const event = payload as unknown as CloudEvent;
      await this.commands.execute(
        new RouteEventCommand(actor, { source: event.source, id: event.id }, event),
      );
    } else if (topic === 'route-inbound') {
      const origin = { source: String(payload['source']), id: String(payload['id']) };
      await this.commands.execute(new RouteEventCommand(actor, origin));
    } else if (topic === 'conduct') {
      this.systems.ask(play, String(payload['caseId']), String(payload['effectId']), now);
    } else if (topic === 'rung-fired' && !startsCalls(payload as unknown as RungFired)) {
      await this.draft(play, payload as unknown as RungFired, now);
    } else return;
    await play.watch.close(id);
  }

  private async draft(play: Play, fired: RungFired, now: string): Promise<void> {
    await this.commands.execute(new TakeRungActsCommand(fired));
    for (const draft of await play.watch.drafts(fired.clockId, fired.level)) {
      const seed = Number(fired.caseNo.replaceAll(/\D/g, '')) + Number(fired.level.replaceAll(/\D/g, ''));
      this.jointOffice.plan(draft, seed, play, now);
    }
  }

  private look(play: Play, seen: SeenCase, now: string): void {
    const { agenda, planned } = play;
    play.seen.set(seen.id, seen);
    const story = play.stories.get(seen.institutionId);
    if (seen.nextDue !== undefined && !planned.has(seen.nextDue)) {
      planned.add(seen.nextDue);
      agenda.add(seen.nextDue, () => this.sweepAll(play.tenant));
    }
    if (story === undefined) return;
    for (const task of seen.tasks) {
      if (planned.has(task.id)) continue;
      planned.add(task.id);
      this.planTask(play, story, seen, task, now);
    }
    if (
      seen.nodes.includes('step_5w') &&
      story.supplementsAfter !== undefined &&
      !planned.has(`supplement ${seen.id}`)
    ) {
      planned.add(`supplement ${seen.id}`);
      const at = addWorkingMinutes(play.calendar, now, Math.round(story.supplementsAfter * DAY));
      agenda.add(at, async () =>
        this.applicants.supplement(await play.people.applicant(seen.institutionId), story),
      );
    }
  }

  private planTask(play: Play, story: Story, seen: SeenCase, task: OpenTask, now: string): void {
    const plan = this.desks.plan(task, story, play.people, play.calendar, now);
    if (plan === undefined) return;
    const { clerk, claimAt, completeAt } = plan;
    if (claimAt !== undefined) play.agenda.add(claimAt, () => this.desks.claim(task.id, clerk, play.watch));
    play.agenda.add(completeAt, async () => {
      const step = `${seen.id} ${task.node}`;
      const round = play.answered.get(step) ?? 0;
      const around = {
        story,
        seen: play.seen.get(seen.id) ?? seen,
        node: task.node,
        round,
        watch: play.watch,
      };
      if (!(await this.desks.complete(task.id, clerk, around))) return;
      play.answered.set(step, round + 1);
      if (task.node !== 'step_3' || seen.definition !== 'institution-filing') return;
      if (story.filesAfterVisit === undefined) return;
      const filesAt = addWorkingMinutes(play.calendar, completeAt, Math.round(story.filesAfterVisit * DAY));
      play.agenda.add(filesAt, () => this.file(play, seen.institutionId, story));
    });
  }

  private async sweepAll(tenant: string): Promise<void> {
    while ((await this.sweep.sweep(tenant)) > 0);
  }
}

const startsCalls = ({ acts }: RungFired): boolean => acts.some(({ kind }) => kind === 'call-chain');
