import type { InboundEventRow, InboundEventView, Page } from '@lianban/contracts';
import { eventTypePrefix } from '@lianban/contracts';
import type { Caller } from '../public-api/caller.js';
import { type LocalMinute, localMinute } from './local-time.js';

export interface TrailedEvent {
  /** Short: `filing.completed`. */
  readonly type: string;
  readonly at: LocalMinute;
  readonly data: Readonly<Record<string, unknown>>;
  readonly started: readonly string[];
}

interface Envelope {
  readonly correlationid?: string;
  readonly time?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything our own services put out, as the intake desk shows it. */
export class EventTrail {
  private readonly bodies = new Map<string, Envelope>();

  constructor(private readonly admin: () => Promise<{ readonly caller: Caller }>) {}

  /** What a case emitted so far, oldest first. */
  async of(caseId: string): Promise<readonly TrailedEvent[]> {
    const { caller } = await this.admin();
    const found: TrailedEvent[] = [];
    for (const row of await this.rows(caller)) {
      const body = await this.body(caller, row);
      if (body.correlationid !== caseId) continue;
      const type = row.type.slice(eventTypePrefix.length).replace(/\.v\d+$/, '');
      found.push({
        type,
        at: localMinute(body.time ?? row.receivedAt),
        data: body.data,
        started: row.matches.filter(({ how }) => how === 'opened').map(({ caseNo }) => caseNo),
      });
    }
    return found.toSorted((a, b) => a.at.localeCompare(b.at) || a.type.localeCompare(b.type));
  }

  private async rows(caller: Caller): Promise<readonly InboundEventRow[]> {
    const rows: InboundEventRow[] = [];
    let after = '';
    do {
      const page = await caller.get<Page<InboundEventRow>>(`/api/intake/events?limit=100${after}`);
      rows.push(...page.items);
      after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    return rows;
  }

  private async body(caller: Caller, { source, id }: InboundEventRow): Promise<Envelope> {
    const key = `${source} ${id}`;
    const known = this.bodies.get(key);
    if (known) return known;
    const path = `/api/intake/events/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;
    const { body } = await caller.get<InboundEventView>(path);
    const envelope = body as Envelope;
    this.bodies.set(key, envelope);
    return envelope;
  }
}
