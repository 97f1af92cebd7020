import { ApplyServiceResultCommand, RaiseIncidentCommand } from '@lianban/application';
import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Play } from './play.js';

/** The systems of other departments that a case calls. */
@Injectable()
export class OtherSystems {
  constructor(private readonly commands: CommandBus) {}

  /** Another department's system answers within the minute, says no, or has given no answer for the last days. */
  ask(play: Play, caseId: string, effectId: string, now: string): void {
    play.agenda.add(secondsAfter(now, 20), async () => {
      const seen = play.seen.get(caseId);
      const publishing = seen?.nodes.includes('publication_call') === true;
      const actor = engineActor(play.tenant, effectId);
      const once = (what: string): boolean => !play.planned.has(what) && play.planned.add(what).size > 0;
      if (now > play.lately && once(publishing ? 'publication site down' : 'receiving system down')) {
        const why = publishing ? '503 Service Unavailable' : 'connect ETIMEDOUT';
        await this.commands.execute(new RaiseIncidentCommand(actor, effectId, why, 12));
        return;
      }
      const story = seen && play.stories.get(seen.institutionId);
      const refused = !publishing && story?.pushRefused === true && once(`refused ${caseId}`);
      const result = refused
        ? ({ kind: 'error', code: 'REJECTED', data: { reason: '登记地址与门牌库不符' } } as const)
        : ({ kind: 'done', data: publishing ? { publishedUrl: publicationOf(caseId) } : {} } as const);
      await this.commands.execute(new ApplyServiceResultCommand(actor, effectId, result, 1));
    });
  }
}

const secondsAfter = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();

const publicationOf = (caseId: string): string => `https://publication.example/filings/${caseId}`;
