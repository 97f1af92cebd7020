import { createHash } from 'node:crypto';
import { canonicalJson } from '@lianban/bpmn-compiler';
import { callsNamedIn } from '@lianban/bpmn-compiler/judge';
import { denied, invalid } from '@lianban/kernel';
import type { ProcessPlan } from '@lianban/process-runtime';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessCalendars } from '../calendars/index.js';
import { canonicalText } from '../idempotency/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { beginningsOf } from './beginnings.js';
import { takenAlong } from './called-definitions.js';
import { DefinitionHouse, toCallable } from './definition-house.js';
import { DefinitionStore } from './definition-store.port.js';
import { scheduleStarts } from './schedule-starts.js';
import { ProcessCompiler } from './process-compiler.port.js';
import { PublishDefinitionCommand } from './publish-definition.command.js';

/** Findings of a refused file that go back to its author; nobody reads thousands of them. */
const FINDINGS_TOLD = 200;

@CommandHandler(PublishDefinitionCommand)
export class PublishDefinitionHandler implements ICommandHandler<PublishDefinitionCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly definitions: DefinitionStore,
    private readonly compiler: ProcessCompiler,
    private readonly house: DefinitionHouse,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({
    actor,
    xml,
    manifest,
    forms,
    decisions,
  }: PublishDefinitionCommand): Promise<{ id: string; version: number }> {
    if (!actor.roles.includes('admin') && !actor.roles.includes('engine')) {
      throw denied('DEFINITIONS.ADMIN_ONLY', 'Only an administrator may publish a process.');
    }
    const { keys, versions } = callsNamedIn(xml);
    const callable = await this.definitions.callable(actor.tenant, keys, versions);
    const { plan, diagnostics } = await this.compiler.compile({
      ...(await this.house.of(actor.tenant)),
      xml,
      forms: Object.keys(forms),
      decisions,
      callable: callable.map(toCallable),
    });
    if (!plan) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      throw invalid('DEFINITIONS.REFUSED', 'The process cannot be published as it is.', {
        details: { found: errors.length },
        places: errors.slice(0, FINDINGS_TOLD).map(({ message, zh, code, elementId, line, path }) => ({
          message,
          ...(zh === undefined ? {} : { zh }),
          code,
          ...(elementId === undefined ? {} : { elementId }),
          ...(line === undefined ? {} : { line }),
          ...(path === undefined ? {} : { way: path }),
        })),
      });
    }
    const allForms = { ...takenAlong(plan, callable, (called) => called.forms), ...forms };
    const allDecisions = { ...takenAlong(plan, callable, (called) => called.decisions), ...decisions };
    const planHash = hashOf(plan, allDecisions);
    const { calendar } = await this.calendars.of(actor.tenant);
    return this.unitOfWork.withActor(actor, async (tx) => {
      const now = await this.definitions.begin(tx, actor.tenant, plan.processId);
      return this.definitions.publish(tx, {
        tenant: actor.tenant,
        key: plan.processId,
        name: plan.name,
        plan,
        planHash,
        forms: allForms,
        decisions: allDecisions,
        parameters: manifest.parameters,
        pack: manifest.pack,
        xml,
        complete: manifest.complete,
        ...(manifest.incompleteNote ? { incompleteNote: manifest.incompleteNote } : {}),
        publishedBy: actor.id,
        startMessages: beginningsOf(plan),
        starts: scheduleStarts(plan, now, calendar),
      });
    });
  }
}

/** A running case stays on what this names: its plan, and the decisions it makes. */
const hashOf = (plan: ProcessPlan, decisions: Readonly<Record<string, string>>): string => {
  const hash = createHash('sha256').update(canonicalJson(plan));
  if (Object.keys(decisions).length > 0) hash.update(canonicalText(decisions));
  return hash.digest('hex');
};
