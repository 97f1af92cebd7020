import { randomUUID } from 'node:crypto';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { eventType, type CloudEvent, type PreparedFiling } from '@lianban/contracts';
import { engineActor, type Actor } from '@lianban/domain';
import { unavailable, type JsonObject } from '@lianban/kernel';
import { v7 as uuidv7 } from 'uuid';
import { RouteEventCommand } from '../cases/index.js';
import { StoreFileCommand } from '../registry/files/store-file.command.js';
import { Institutions } from '../registry/institutions.port.js';
import { SubmitFilingCommand } from '../registry/portal/portal.commands.js';
import { PortalAccountPolicy } from '../registry/portal-account.policy.js';
import { chinaTime } from '../registry/registered-event.js';
import { CompleteTaskCommand } from '../tasks/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { DemoDesk } from './demo-desk.port.js';
import { inventInstitution, type InventedInstitution } from './invented-institution.js';
import { preparedForm, preparedMaterials, preparedScan } from './prepared-materials.js';
import { PrepareFilingCommand } from './prepare-filing.command.js';

const district = {
  code: '330902',
  name: '定海区',
  clerk: 'health.dinghai',
  registrar: 'staffing-office.dinghai.registrar',
};

@CommandHandler(PrepareFilingCommand)
export class PrepareFilingHandler implements ICommandHandler<PrepareFilingCommand> {
  constructor(
    private readonly commands: CommandBus,
    private readonly desk: DemoDesk,
    private readonly institutions: Institutions,
    private readonly accounts: PortalAccountPolicy,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute({ actor }: PrepareFilingCommand): Promise<PreparedFiling> {
    const [registrar, clerk] = await Promise.all([
      this.person(district.registrar),
      this.person(district.clerk),
    ]);
    const invented = inventInstitution(district.code, district.name, '12');
    const institutionId = await this.recordKindergarten(registrar, invented);
    // A kindergarten is registered long before: its way begins where education agrees to the nursery class.
    const approved = nurseryClassApproved(institutionId, invented.name);
    const caseId = await this.route(actor.tenant, approved);
    await this.complete(clerk, caseId, 'step_2', 'filing-needed', { banChecked: true });
    const applicant = await this.person(invented.uscc);
    await this.file(applicant);
    await this.routeFiling(actor.tenant, institutionId);
    await this.complete(clerk, caseId, 'step_5', 'complete', {
      received: preparedMaterials.map(({ kind }) => kind),
    });
    return { institutionId, name: invented.name, caseId };
  }

  private async person(username: string): Promise<Actor> {
    const person = await this.desk.person(username);
    if (person === undefined)
      throw unavailable('DEMO.NO_PEOPLE', `The demo person ${username} is missing: seed the demo.`);
    return person;
  }

  private async recordKindergarten(registrar: Actor, it: InventedInstitution): Promise<string> {
    const id = randomUUID();
    const passwordHash = await this.accounts.initialPasswordHash();
    await this.unitOfWork.withActor(registrar, async (tx) => {
      const { now } = await this.institutions.context(tx, registrar);
      await this.institutions.register(
        tx,
        registrar,
        {
          id,
          uscc: it.uscc,
          nameZh: it.name,
          kind: 'nursery-class',
          registrationType: 'public',
          registrationAuthority: 'staffing-office',
          businessScope: '学前教育',
          address: it.address,
          district: district.code,
          legalRepresentative: it.legalRepresentative,
          certificateNo: it.certificateNo,
          registeredAt: chinaTime(now),
        },
        passwordHash,
        undefined,
      );
    });
    return id;
  }

  private async route(tenant: string, event: CloudEvent): Promise<string> {
    const { source, id } = event;
    const now = await this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const context = await this.institutions.context(tx, engineActor(tenant));
      return context.now;
    });
    const stamped = { ...event, time: chinaTime(now), data: { ...event.data, approvedAt: chinaTime(now) } };
    const matches = await this.commands.execute(
      new RouteEventCommand(engineActor(tenant), { source, id }, stamped),
    );
    const [match] = matches;
    if (match === undefined)
      throw unavailable('DEMO.NOT_ROUTED', 'No process hears the approval of a nursery class.');
    return match.caseId;
  }

  /** The relay does the same a moment later and finds it done. */
  private async routeFiling(tenant: string, institutionId: string): Promise<void> {
    const engine = engineActor(tenant);
    const event = await this.unitOfWork.withActor(engine, (tx) =>
      this.desk.lastEvent(tx, eventType('filing.submitted'), institutionId),
    );
    if (event === undefined) throw unavailable('DEMO.NOT_FILED', 'The filing put out no event.');
    await this.commands.execute(new RouteEventCommand(engine, { source: event.source, id: event.id }, event));
  }

  private async file(applicant: Actor): Promise<void> {
    const materials = await Promise.all(
      preparedMaterials.map(async ({ kind, name }) => {
        const scan = await this.commands.execute(
          new StoreFileCommand(applicant, `${name}.pdf`, preparedScan(name), randomUUID()),
        );
        return { kind, fileId: scan.id };
      }),
    );
    await this.commands.execute(
      new SubmitFilingCommand(applicant, { ...preparedForm, materials }, randomUUID()),
    );
  }

  private async complete(
    clerk: Actor,
    caseId: string,
    node: string,
    outcome: string,
    form: JsonObject,
  ): Promise<void> {
    const task = await this.unitOfWork.withActor(clerk, (tx) => this.desk.openTask(tx, caseId, node));
    if (task === undefined) throw unavailable('DEMO.NO_TASK', `The task ${node} is not open.`);
    await this.commands.execute(
      new CompleteTaskCommand(clerk, task.id, { version: task.version, outcome, form }, randomUUID()),
    );
  }
}

const nurseryClassApproved = (kindergartenId: string, nameZh: string): CloudEvent => ({
  specversion: '1.0',
  id: uuidv7(),
  source: `/zhoushan/${district.code}/education`,
  type: eventType('nursery-class.approved'),
  subject: `kindergarten/${kindergartenId}`,
  datacontenttype: 'application/json',
  jurisdiction: district.code,
  dept: 'education',
  classification: 'public',
  data: {
    applicationId: randomUUID(),
    kindergartenId,
    nameZh,
    jurisdiction: district.code,
    classes: 2,
    places: 40,
  },
});
