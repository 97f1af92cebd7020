import { ClaimTaskCommand, CompleteTaskCommand } from '@lianban/application';
import { addWorkingMinutes, type WorkingCalendar, workingMinutesBetween } from '@lianban/calendar';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { answerTo } from './answers.js';
import type { People } from './people.js';
import type { Random } from './random.js';
import type { Story } from './stories.js';
import type { OpenTask, SeenCase, Watch } from './watch.js';

/** Desks that are short of people: what lies here is late more often. */
const slowDesks: ReadonlySet<string> = new Set([
  'dinghai.fire.daily-supervision',
  'putuo.fire.daily-supervision',
  'daishan.housing-construction.daily-supervision',
  'dinghai.public-security.daily-supervision',
  'shengsi.health.application-filing',
  'liuheng.mch.daily-supervision',
]);

/** Minutes of office hours that stand for a short errand, and for a day. */
const ERRAND = 45;
const DAY = 420;

export interface DeskPlan {
  readonly completeAt: string;
  readonly claimAt: string | undefined;
  readonly clerk: Actor;
}

/** What the clerks of the offices do with what lies on their desks, and when. */
@Injectable()
export class Desks {
  constructor(private readonly commands: CommandBus) {}

  /** When somebody will turn to a task that was just seen; nobody where the office has no clerk. */
  plan(
    task: OpenTask,
    { random }: Story,
    people: People,
    calendar: WorkingCalendar,
    now: string,
  ): DeskPlan | undefined {
    const clerks = people.clerksOf(task.officeId);
    if (clerks.length === 0) return undefined;
    const clerk = random.chance(0.6) ? (clerks[0] as Actor) : random.pick(clerks);
    const minutes = minutesUntilDone(task, random, calendar, now);
    const after = (part: number): string => addWorkingMinutes(calendar, now, Math.round(part * minutes));
    return { completeAt: after(1), claimAt: random.chance(0.35) ? after(0.4) : undefined, clerk };
  }

  async claim(taskId: string, clerk: Actor, watch: Watch): Promise<void> {
    const task = await watch.openTask(taskId);
    if (task?.assignee === null) await this.commands.execute(new ClaimTaskCommand(clerk, taskId));
  }

  /** Completes a task, unless it is closed by now or nobody here knows how. */
  async complete(
    taskId: string,
    clerk: Actor,
    around: {
      readonly story: Story;
      readonly seen: SeenCase;
      readonly node: string;
      readonly round: number;
      readonly watch: Watch;
    },
  ): Promise<boolean> {
    const { story, seen, node, round, watch } = around;
    const task = await watch.openTask(taskId);
    if (task === undefined) return false;
    const desk = { story, random: story.random, nodes: seen.nodes, round };
    const answer = answerTo(seen.definition, node, desk);
    if (answer === undefined) return false;
    const { outcome, form, opinion } = answer;
    await this.commands.execute(
      new CompleteTaskCommand(
        clerk,
        taskId,
        { version: task.version, outcome, form, opinion },
        `history ${taskId}`,
      ),
    );
    return true;
  }
}

function minutesUntilDone(task: OpenTask, random: Random, calendar: WorkingCalendar, now: string): number {
  // Sections of the joint visit have no clock of their own: they go together, within days.
  if (task.dueAt === undefined) return Math.max(ERRAND, random.between(1.5, 4.5) * DAY);
  const given = Math.max(ERRAND, workingMinutesBetween(calendar, now, task.dueAt));
  const slow = slowDesks.has(task.officeId);
  const late = random.chance(slow ? 0.4 : 0.08);
  return late
    ? given + random.between(0.4, 9) * DAY
    : given * (slow ? random.between(0.4, 0.97) : random.between(0.08, 0.85));
}
