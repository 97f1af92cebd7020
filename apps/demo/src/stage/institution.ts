import {
  usccCheckSign,
  type CaseRow,
  type InstitutionRow,
  type Page,
  type PortalView,
  type RegisterInstitutionRequest,
  type StoredFileView,
  type Text2,
} from '@lianban/contracts';
import { HandledCase } from './handled-case.js';
import { pages } from './papers.js';
import type { Actor } from './city.js';
import type { Stage } from './stage.js';

type Form = Readonly<Record<string, unknown>>;

/** The unified social credit code of an invented institution, from its first seventeen signs. */
export const creditCode = (start: string): string => `${start}${usccCheckSign(start) ?? ''}`;

/** An institution on its way through the process: its filing case, and what it does at its own portal. */
export class Institution {
  private constructor(
    private readonly stage: Stage,
    readonly row: InstitutionRow,
    readonly filing: HandledCase,
  ) {}

  /** At the counter of the registration authority. */
  static async register(stage: Stage, by: string, request: RegisterInstitutionRequest): Promise<Institution> {
    await stage.city.beforeStep(`${by} registers ${request.nameZh}`);
    const { caller, name } = await stage.actor(by);
    await caller.post('/api/registry/institutions', request);
    await stage.tell(name, { zh: `登记 ${request.nameZh}`, en: `Registers ${request.nameZh}` });
    return Institution.withCase(stage, request.uscc);
  }

  /** One whose registration or approval opens a case by itself. */
  static async withCase(stage: Stage, uscc: string): Promise<Institution> {
    const { caller } = await stage.actor('admin');
    return stage.eventually(`a case for ${uscc}`, async () => {
      const { items } = await caller.get<Page<InstitutionRow>>(`/api/registry/institutions?q=${uscc}`);
      const [row] = items;
      if (row?.caseId === undefined || row.caseNo === undefined) return undefined;
      return new Institution(stage, row, new HandledCase(stage, row.caseId, row.caseNo));
    });
  }

  /** Step 4. */
  async file(form: Form, kinds: readonly string[]): Promise<void> {
    await this.stage.city.beforeStep(`${this.row.name} files`);
    const portal = await this.portal();
    const materials = await this.upload(portal, kinds);
    await portal.caller.post('/api/portal/filing', { form: { ...form, materials } });
    await this.tell({ zh: '4 网上提交备案', en: '4 Files online' });
  }

  async supplement(kinds: readonly string[]): Promise<void> {
    await this.stage.city.beforeStep(`${this.row.name} supplements`);
    const portal = await this.portal();
    const materials = await this.upload(portal, kinds);
    await portal.caller.post('/api/portal/supplement', { form: { materials } });
    await this.tell({ zh: '5 提交补正材料', en: '5 Supplements the materials' });
  }

  async portalPage(): Promise<PortalView> {
    return (await this.portal()).caller.get('/api/portal');
  }

  /** A document it was issued, as its portal hands it out. */
  async document(kind: string): Promise<string> {
    const { caller } = await this.portal();
    const ready = await this.stage.eventually(`${kind} of ${this.row.name}`, async () =>
      (await this.portalPage()).documents.find((found) => found.kind === kind && found.state === 'ready'),
    );
    const { text } = await caller.call<unknown>('GET', `/api/documents/${ready.id}.pdf`);
    await this.tell({ zh: `下载 ${ready.number}`, en: `Downloads ${ready.number}` });
    return text;
  }

  /** Other processes that run about it. */
  async followUps(): Promise<readonly CaseRow[]> {
    const { caller } = await this.stage.actor('admin');
    const path = `/api/cases?limit=100&q=${encodeURIComponent(this.row.name)}`;
    const { items } = await caller.get<Page<CaseRow>>(path);
    return items.filter(({ id }) => id !== this.filing.id);
  }

  followUp(row: CaseRow): HandledCase {
    return new HandledCase(this.stage, row.id, row.caseNo);
  }

  private portal(): Promise<Actor> {
    return this.stage.actor(this.row.uscc);
  }

  private tell(what: Text2): Promise<void> {
    return this.stage.tell({ zh: this.row.name, en: this.row.name }, what);
  }

  private upload(
    portal: Actor,
    kinds: readonly string[],
  ): Promise<readonly { readonly kind: string; readonly fileId: string }[]> {
    return Promise.all(
      kinds.map(async (kind) => {
        const form = new FormData();
        form.append('file', new Blob([pages(`${this.row.uscc} ${kind}`)]), `${kind}.pdf`);
        const { id } = await portal.caller.post<StoredFileView>('/api/portal/files', form);
        return { kind, fileId: id };
      }),
    );
  }
}
