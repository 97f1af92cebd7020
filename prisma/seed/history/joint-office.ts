import { ActOnOrderCommand } from '@lianban/application';
import { addWorkingMinutes, type WorkingCalendar } from '@lianban/calendar';
import type { OrderActRequest } from '@lianban/contracts';
import type { Actor, OrderKind } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Agenda } from './agenda.js';
import type { People } from './people.js';
import { Random } from './random.js';
import type { Watch } from './watch.js';

/** Minutes of office hours of a working day. */
const DAY = 420;

/** A paper that a rung drafted. */
export interface Draft {
  readonly id: string;
  readonly kind: OrderKind;
  readonly issuingOffice: string;
  readonly addressedOffice: string;
  readonly viaConvenor: boolean;
}

interface Step {
  readonly by: Actor;
  /** Working days after the step before. */
  readonly after: number;
  readonly request: OrderActRequest;
}

/** What the joint-meeting offices 联席办 and the units do about papers that rungs drafted, and when. */
@Injectable()
export class JointOffice {
  constructor(private readonly commands: CommandBus) {}

  /** `seed` tells the lives apart, the same each time. */
  plan(
    draft: Draft,
    seed: number,
    around: {
      readonly agenda: Agenda;
      readonly people: People;
      readonly calendar: WorkingCalendar;
      readonly watch: Watch;
    },
    now: string,
  ): void {
    const steps = lifeOf(draft, new Random(seed), around.people);
    this.next(draft, steps, around, now);
  }

  private next(
    draft: Draft,
    [step, ...later]: readonly Step[],
    around: Parameters<JointOffice['plan']>[2],
    now: string,
  ): void {
    if (step === undefined) return;
    const at = addWorkingMinutes(around.calendar, now, Math.round(step.after * DAY));
    around.agenda.add(at, async () => {
      // The work was done before anybody issued it.
      if ((await around.watch.stateOfOrder(draft.id)) === 'withdrawn') return;
      await this.commands.execute(
        new ActOnOrderCommand(step.by, draft.id, step.request, `history ${draft.id} ${later.length}`),
      );
      this.next(draft, later, around, at);
    });
  }
}

/** Not every paper lives to its end: some lie unissued, some are never answered. */
function lifeOf(draft: Draft, random: Random, people: People): readonly Step[] {
  const isCriticism = draft.kind === 'criticism';
  const officer = people.holderOf(draft.issuingOffice, 'joint-meeting-office');
  const issuer =
    isCriticism || draft.viaConvenor ? people.holderOf(draft.issuingOffice, 'convenor') : officer;
  const [clerk] = people.clerksOf(draft.addressedOffice);
  if (officer === undefined || issuer === undefined || clerk === undefined || random.chance(0.2)) return [];
  const steps: Step[] = [
    { by: issuer, after: random.between(0.1, 1.5), request: { act: 'issue' } },
    {
      by: officer,
      after: random.between(0.05, 0.6),
      request: { act: 'serve', way: 'in-system', receivedBy: clerk.name },
    },
    { by: clerk, after: random.between(0.1, 0.8), request: { act: 'acknowledge' } },
  ];
  const struckOff: Step = { by: officer, after: random.between(0.1, 1), request: { act: 'strike-off' } };
  if (isCriticism) return [...steps, struckOff];
  if (random.chance(0.1)) return steps;
  const answer = (words: string): Step => ({
    by: clerk,
    after: random.between(0.4, 2.5),
    request: { act: 'answer', words, papers: [] },
  });
  steps.push(answer('因人手调配未能按期办结，已指定专人办理。'));
  if (random.chance(0.2)) {
    steps.push(
      {
        by: officer,
        after: random.between(0.2, 1),
        request: { act: 'send-back', words: '请写明办结时间。', answerWithin: 2 },
      },
      answer('已指定专人办理，三个工作日内办结。'),
    );
  }
  return [
    ...steps,
    { by: officer, after: random.between(0.2, 1.5), request: { act: 'accept', words: '同意所报措施。' } },
    struckOff,
  ];
}
