import type { AppError } from '@lianban/kernel';
import { messagesThrown, type ProcessPlan, type StepContext } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import type { PublishedDefinition } from '../definitions/index.js';
import { EventDataValidator } from '../intake/event-data.validator.js';
import { IntakeCatalogue } from '../intake/event-sources.port.js';
import { wireName } from './case-event.js';

type JudgeEvent = NonNullable<StepContext['judgeEvent']>;

/** Holds what a case sends against the schema of its type, with the same validator as what comes in from outside. */
@Injectable()
export class SentEvents {
  /** Plans never change. */
  private readonly sent = new WeakMap<ProcessPlan, readonly string[]>();

  constructor(
    private readonly catalogue: IntakeCatalogue,
    private readonly validator: EventDataValidator,
  ) {}

  /** Undefined where the definition sends nothing. A type that lost its schema since it was published is let through. */
  async judgeOf({
    plan,
    tenant,
  }: Pick<PublishedDefinition, 'plan' | 'tenant'>): Promise<JudgeEvent | undefined> {
    const types = this.typesOf(plan);
    if (types.length === 0) return undefined;
    const schemas = new Map(
      await Promise.all(
        types.map(async (type) => [type, await this.catalogue.schema(tenant, type)] as const),
      ),
    );
    return (type, data) => {
      const schema = schemas.get(type);
      const faults = schema ? this.validator.faults(schema, data) : [];
      return faults.length === 0 ? undefined : unfit(type, faults);
    };
  }

  private typesOf(plan: ProcessPlan): readonly string[] {
    const known = this.sent.get(plan);
    if (known) return known;
    const types = [
      ...new Set([
        ...messagesThrown(plan).map(({ message }) => wireName(plan, message)),
        ...Object.values(plan.nodes).flatMap(({ emits }) => emits.map(({ type }) => type)),
      ]),
    ];
    this.sent.set(plan, types);
    return types;
  }
}

/** Fields that an incident names; whoever mends the data sees the rest on the next try. */
const NAMED = 5;

const unfit = (type: string, faults: ReturnType<EventDataValidator['faults']>): AppError => {
  const named = faults.slice(0, NAMED).map(({ path, message }) => `${path}: ${message}`);
  const rest = faults.length - named.length;
  return {
    kind: 'invalid',
    code: 'CASES.MESSAGE_UNFIT',
    message: `The event ${type} was not sent: ${[...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')}.`,
    details: { type },
  };
};
