import type { DryRunClock, DryRunView, LadderContent } from '@lianban/contracts';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { BusinessCalendars, calendarOfClock } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { tellAddressees } from '../due/tell-addressees.js';
import { type FullDirectory, KnownDirectory, leadOfProcess, officeOfStep } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { dryRunClock, isChanged, sumUp } from './dry-run.js';
import { LadderStore, type PastClock } from './ladder-store.port.js';
import { DryRunLadderQuery } from './ladders.commands.js';

/** Clocks that one dry run tries; it says where there are more. */
const MOST = 500;

@QueryHandler(DryRunLadderQuery)
export class DryRunLadderHandler implements IQueryHandler<DryRunLadderQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ladders: LadderStore,
    private readonly calendars: BusinessCalendars,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, code, request }: DryRunLadderQuery): Promise<DryRunView> {
    const { content, since, after, limit } = request;
    const [rules, directory] = await Promise.all([
      this.calendars.of(actor.tenant),
      this.directory.of(actor.tenant),
    ]);
    const { now, past } = await this.unitOfWork.readAs(actor, async (tx) => {
      const until = await this.ladders.now(tx);
      return {
        now: until,
        past: await this.ladders.pastClocks(tx, actor.tenant, code, since, request.until ?? until, MOST + 1),
      };
    });
    const tried: { readonly clock: PastClock; readonly view: DryRunClock }[] = [];
    for (const clock of past.slice(0, MOST)) {
      const { plan } = await this.definitions.byId(clock.definitionId);
      const terms = plan.clocks[clock.definition];
      const around = { plan, district: clock.district, directory };
      const calendarOf = calendarOfClock(rules, clock.district, (node) =>
        officeOfStep(around, node, clock.tasks),
      );
      const view = terms && dryRunClock(clock, terms, content, calendarOf(clock.scope, clock.node), now);
      if (view) tried.push({ clock, view });
    }
    // What would have gone differently comes first: nobody reads hundreds of cases to find it.
    tried.sort((a, b) => Number(isChanged(b.view)) - Number(isChanged(a.view)));
    const from = after === undefined ? 0 : 1 + tried.findIndex(({ clock }) => clock.id === after);
    const page = tried.slice(from, from + limit);
    const last = page.at(-1);
    return {
      ...sumUp(tried.map(({ view }) => view)),
      more: past.length > MOST,
      items: await Promise.all(
        page.map(({ clock, view }) => this.withAddressees(clock, view, content, directory)),
      ),
      ...(last && from + limit < tried.length ? { next: last.clock.id } : {}),
    };
  }

  /** By the posts as they are held today. */
  private async withAddressees(
    clock: PastClock,
    view: DryRunClock,
    content: LadderContent,
    directory: FullDirectory,
  ): Promise<DryRunClock> {
    const { plan } = await this.definitions.byId(clock.definitionId);
    const around = { plan, district: clock.district, directory };
    const lead = leadOfProcess(around);
    const task = clock.tasks.at(-1);
    const officeId = task?.officeId ?? officeOfStep(around, clock.node, []) ?? lead ?? '';
    const late = {
      officeId,
      district: clock.district,
      ...(task?.assignee === undefined ? {} : { assignee: task.assignee }),
      ...(lead === undefined ? {} : { leadOfficeId: lead }),
    };
    return {
      ...view,
      levels: view.levels.map((level) => {
        const rung = content.rungs.find((one) => one.level === level.level);
        if (level.would === undefined || !rung) return level;
        return {
          ...level,
          wouldTell: tellAddressees(rung.tell, late, directory).map(({ office, name }) => ({
            zh: `${office.zh} ${name.zh}`,
            en: `${office.en} ${name.en}`,
          })),
        };
      }),
    };
  }
}
