import type { CloudEvent } from '@lianban/contracts';
import { createEvaluator } from '@lianban/expressions';
import { AppException, type JsonObject } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DefinitionCatalog, DefinitionStore, type PublishedDefinition } from '../definitions/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { CaseStore, type RunningCase } from './case-store.port.js';
import { CaseTransition } from './case-transition.js';
import { type EventMatch, EventRouteStore } from './event-route-store.port.js';
import { RouteEventCommand } from './route-event.command.js';

/** What a case that an event starts is made from. */
interface FreshCase {
  readonly definition: PublishedDefinition;
  readonly startEvent: string;
  readonly key: string | undefined;
  readonly causedBy: string;
  readonly event: CloudEvent;
  readonly own: boolean;
  readonly actor: RouteEventCommand['actor'];
}

type Outcome = { readonly match: EventMatch } | { readonly refused: string };

@CommandHandler(RouteEventCommand)
export class RouteEventHandler implements ICommandHandler<RouteEventCommand> {
  private readonly evaluator = createEvaluator();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routes: EventRouteStore,
    private readonly definitions: DefinitionCatalog,
    private readonly published: DefinitionStore,
    private readonly cases: CaseStore,
    private readonly transition: CaseTransition,
    private readonly afterCommit: AfterCommit,
  ) {}

  async execute({ actor, origin, event: own }: RouteEventCommand): Promise<readonly EventMatch[]> {
    const found = await this.unitOfWork.withActor(actor, async (tx) => {
      if (own) await this.routes.record(tx, actor.tenant, own);
      return this.routes.read(tx, origin.source, origin.id);
    });
    if (!found || found.settled) return [];
    const { event, tenant } = found;
    const outcomes = await this.matches(tenant, event, own !== undefined, { ...actor, tenant });
    const matches = outcomes.flatMap((outcome) => ('match' in outcome ? [outcome.match] : []));
    const refused = outcomes.flatMap((outcome) => ('refused' in outcome ? [outcome.refused] : []));
    const state = matches.length > 0 ? 'routed' : own && refused.length === 0 ? 'ignored' : 'unmatched';
    const reason = matches.length > 0 ? undefined : (refused[0] ?? 'INTAKE.NO_SUBSCRIBER');
    await this.unitOfWork.withActor(actor, async (tx) => {
      await this.routes.settle(tx, origin.source, origin.id, state, matches, reason);
      this.afterCommit.changed(tx, { officeIds: [], outbox: false });
    });
    return matches;
  }

  private async matches(
    tenant: string,
    event: CloudEvent,
    own: boolean,
    actor: RouteEventCommand['actor'],
  ): Promise<readonly Outcome[]> {
    const keys = Object.values(event.data).filter((value): value is string => typeof value === 'string');
    const starts = await this.published.startsOn(tenant, event.type);
    const startKeys = await Promise.all(
      starts.map(async (start) => {
        const definition = await this.definitions.byId(start.definitionId);
        return { start, definition, key: this.keyOf(definition, event) };
      }),
    );
    const candidates = [...new Set([...keys, ...startKeys.flatMap(({ key }) => key ?? [])])];
    const hearers = await this.unitOfWork.withActor(actor, (tx) =>
      this.routes.hearers(tx, tenant, event.type, candidates),
    );
    const outcomes: Outcome[] = [];
    const running = new Set<string>();
    for (const hearer of hearers) {
      const definition = await this.definitions.byId(hearer.definitionId);
      if (this.keyOf(definition, event) !== hearer.key) continue;
      running.add(`${hearer.definitionKey} ${hearer.key}`);
      outcomes.push(await this.deliver(hearer, event, own, actor));
    }
    for (const { start, definition, key } of startKeys) {
      if (key !== undefined && running.has(`${definition.key} ${key}`)) continue;
      const node = definition.plan.nodes[start.startEvent];
      if (node?.type === 'startEvent' && node.when !== undefined && !this.holds(node.when, event)) continue;
      outcomes.push(await this.open(definition, start.startEvent, key, event, own, actor));
    }
    return outcomes;
  }

  private async deliver(
    hearer: { readonly caseId: string; readonly caseNo: string },
    event: CloudEvent,
    own: boolean,
    actor: RouteEventCommand['actor'],
  ): Promise<Outcome> {
    const { caseId, caseNo } = hearer;
    const moved = await this.unitOfWork.withActor(actor, (tx) =>
      this.transition.advance(tx, {
        caseId,
        stimulusId: `event:${event.source}:${event.id}`,
        stimulus: { kind: 'message', message: event.type, event: event as unknown as JsonObject },
        actor,
      }),
    );
    if (moved.ok) return { match: { caseId, caseNo, how: moved.value.buffered ? 'buffered' : 'received' } };
    // A follow-up that our own event started already is running: the event has done its work.
    if (own && moved.error.code === 'CASES.MESSAGE_NOT_EXPECTED')
      return { match: { caseId, caseNo, how: 'already-running' } };
    return { refused: moved.error.code };
  }

  private async open(
    definition: PublishedDefinition,
    startEvent: string,
    key: string | undefined,
    event: CloudEvent,
    own: boolean,
    actor: RouteEventCommand['actor'],
  ): Promise<Outcome> {
    const causedBy = `${event.type}#${event.source}#${event.id}`;
    const found = await this.unitOfWork.withActor(actor, async (tx): Promise<EventMatch | RunningCase> => {
      const running = await this.cases.findRunning(tx, actor.tenant, definition.key, key, causedBy);
      return running ?? this.openFresh(tx, { definition, startEvent, key, causedBy, event, own, actor });
    });
    if ('how' in found) return { match: found };
    // A trigger that finds its case running signals it: another event opened the case in the meantime.
    if (!found.openedByIt) return this.deliver(found, event, own, actor);
    return { match: { caseId: found.caseId, caseNo: found.caseNo, how: 'opened' } };
  }

  private async openFresh(
    tx: Tx,
    { definition, startEvent, key, causedBy, event, own, actor }: FreshCase,
  ): Promise<EventMatch> {
    const { institutionId, kindergartenId, nameZh, jurisdiction } = event.data;
    const subject =
      typeof institutionId === 'string'
        ? institutionId
        : typeof kindergartenId === 'string'
          ? kindergartenId
          : '';
    const known = subject === '' ? undefined : await this.routes.subjectOf(tx, actor.tenant, subject);
    const place = typeof jurisdiction === 'string' ? jurisdiction : event['jurisdiction'];
    const parent = own && typeof event['correlationid'] === 'string' ? event['correlationid'] : undefined;
    const opened = await this.transition.open(tx, {
      definition,
      startEvent,
      stimulusId: `event:${event.source}:${event.id}`,
      data: known ? { institutionName: known.name } : {},
      event: event as unknown as JsonObject,
      district: typeof place === 'string' ? place : (known?.district ?? actor.tenant),
      title: known?.name ?? (typeof nameZh === 'string' ? nameZh : (event.subject ?? event.id)),
      causedBy,
      actor,
      ...(key === undefined ? {} : { businessKey: key }),
      ...(parent === undefined ? {} : { parentCase: parent }),
    });
    if (!opened.ok) throw new AppException(opened.error);
    return { caseId: opened.value.caseId, caseNo: opened.value.caseNo, how: 'opened' };
  }

  private keyOf(definition: PublishedDefinition, event: CloudEvent): string | undefined {
    const expression = definition.plan.messages[event.type]?.correlationKey;
    if (expression === undefined || expression === '') return undefined;
    const value = this.evaluator.evaluate(expression, { event });
    return value.ok && typeof value.value === 'string' ? value.value : undefined;
  }

  private holds(expression: string, event: CloudEvent): boolean {
    const value = this.evaluator.evaluate(expression, { event });
    return value.ok && value.value === true;
  }
}
