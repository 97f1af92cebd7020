import type { CaseDetail, InstitutionRow, PortalView, StoredFileView } from '@lianban/contracts';
import { eventually } from '../stack/eventually.js';
import { filingForm, materialKinds, scan, twoOfficers } from './filing-papers.js';
import type { TestDatabase } from '../stack/test-database.js';
import type { Person } from './person.js';

export interface TaskAtHand {
  readonly id: string;
  readonly caseId: string;
  readonly node: string;
  readonly version: number;
  readonly officeId: string;
}

/** What an institution needs of its city. */
export interface Townhall {
  readonly database: TestDatabase;
  /** What an outage may add to every wait, in milliseconds. */
  readonly patience: number;
  person(username: string): Promise<Person>;
  clerkOf(officeId: string): Promise<Person>;
}

/** A busy machine takes long to get its conductor going; milliseconds. */
const patience = 45_000;

type Form = Readonly<Record<string, unknown>>;

const inspecting = [
  'fire',
  'market_regulation',
  'public_security',
  'housing_construction',
  'health_supervision',
];

/** An institution on its way through the filing process, moved by the offices and by itself through the API. */
export class Nursery {
  constructor(
    private readonly city: Townhall,
    readonly row: InstitutionRow,
  ) {}

  get id(): string {
    return this.row.id;
  }

  get district(): string {
    return this.row.district;
  }

  /** Its account at the portal. */
  portal(): Promise<Person> {
    return this.city.person(this.row.uscc);
  }

  /** Its latest filing case; waits for it. */
  caseId(): Promise<string> {
    return this.within(`${this.row.name} has a case`, async () => {
      const [row] = await this.city.database.query<{ id: string }>(
        `SELECT id FROM case_file WHERE business_key = $1 AND definition_key = 'institution-filing' ORDER BY opened_at DESC LIMIT 1`,
        [this.id],
      );
      return row?.id;
    });
  }

  /** The case page as an administrator reads it. */
  async caseFile(): Promise<CaseDetail> {
    const admin = await this.city.person('admin');
    return admin.get(`/api/cases/${await this.caseId()}`);
  }

  async openTasks(): Promise<readonly TaskAtHand[]> {
    return this.city.database.query<TaskAtHand>(
      `SELECT t.id, t.case_id AS "caseId", t.node, t.version, t.office_id AS "officeId"
         FROM task t JOIN case_file c ON c.id = t.case_id
        WHERE c.business_key = $1 AND c.definition_key = 'institution-filing' AND t.status = 'open' ORDER BY t.node`,
      [this.id],
    );
  }

  /** Waits until the case stands at a task. */
  at(node: string): Promise<TaskAtHand> {
    return this.within(`${this.row.name} stands at ${node}`, async () =>
      (await this.openTasks()).find((task) => task.node === node),
    );
  }

  private within<T>(what: string, condition: () => Promise<T | undefined>): Promise<T> {
    return eventually(what, condition, patience + this.city.patience);
  }

  /** Done by the clerk of the office that holds it. */
  async complete(node: string, outcome: string, form: Form = {}): Promise<TaskAtHand> {
    const task = await this.at(node);
    const clerk = await this.city.clerkOf(task.officeId);
    await clerk.post(`/api/tasks/${task.id}/complete`, { version: task.version, outcome, form });
    return task;
  }

  async upload(kind: string): Promise<{ readonly kind: string; readonly fileId: string }> {
    const portal = await this.portal();
    const stored = await portal.upload<StoredFileView>('/api/portal/files', `${kind}.pdf`, scan(kind));
    if (stored.status !== 200) throw new Error(`the upload was refused: ${stored.text}`);
    return { kind, fileId: stored.body.id };
  }

  /** Step 4 at the portal. */
  async file(fields: Form = {}, kinds: readonly string[] = materialKinds.slice(0, 1)): Promise<PortalView> {
    const materials = await Promise.all(kinds.map((kind) => this.upload(kind)));
    return (await this.portal()).post('/api/portal/filing', {
      form: { ...filingForm, ...fields, materials },
    });
  }

  async supplement(kinds: readonly string[]): Promise<PortalView> {
    const materials = await Promise.all(kinds.map((kind) => this.upload(kind)));
    return (await this.portal()).post('/api/portal/supplement', { form: { materials } });
  }

  /** Up to step 5, as a filing that gives no trouble. */
  async toCompleteness(fields: Form = {}): Promise<this> {
    await this.complete('step_2', 'filing-needed', { banChecked: true });
    await this.file(fields);
    await this.at('step_5');
    return this;
  }

  /** Up to the lanes of step 6. */
  async toLanes(fields: Form = {}): Promise<this> {
    await this.toCompleteness(fields);
    await this.complete('step_5', 'complete', { received: materialKinds });
    await this.at('step_6a');
    return this;
  }

  /** Every open lane of step 6 finds nothing. */
  async answerLanes(): Promise<void> {
    const lanes = (await this.openTasks()).filter(({ node }) => node.startsWith('step_6'));
    await Promise.all(lanes.map(({ node }) => this.complete(node, 'ok')));
  }

  /** Up to step 7. */
  async toReceipt(fields: Form = {}): Promise<this> {
    await this.toLanes(fields);
    await this.answerLanes();
    await this.at('step_7');
    return this;
  }

  /** Up to the joint visit of step 9. */
  async toVisit(fields: Form = {}): Promise<this> {
    await this.toReceipt(fields);
    await this.complete('step_7', 'receipt');
    await this.at('step_9_health');
    return this;
  }

  /** Every inspecting unit records its two officers. */
  async inspect(): Promise<void> {
    await Promise.all(
      inspecting.map((unit) => this.complete(`step_9_${unit}`, 'conforming', twoOfficers(unit))),
    );
  }

  /** The joint visit, to the end of step 9. */
  async visit(): Promise<void> {
    await this.inspect();
    await this.complete('step_9_health', 'conforming', twoOfficers('health'));
  }

  /** Up to step 10. */
  async toConclusion(fields: Form = {}): Promise<this> {
    await this.toVisit(fields);
    await this.visit();
    await this.at('step_10');
    return this;
  }
}
