import { type OrderKind, chineseInstant, engineActor } from '@lianban/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { type RungFired, RungActTakers } from '../due/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { jointOfficeOf, isLedFromAbove } from './joint-office.js';
import { OrderStore } from './order-store.port.js';

/** Working days to answer a letter 催办通知; no text fixes it (policy default). */
const LETTER_DAYS = 2;

const SUBJECTS: Readonly<Record<OrderKind, string>> = {
  'supervision-order': '督促限期办结',
  'reminder-letter': '催促办理',
  criticism: '逾期未办结情况',
};

/** What a fired rung asks for is drafted; a person issues it. */
@Injectable()
export class DraftFromRung implements OnModuleInit {
  constructor(
    private readonly takers: RungActTakers,
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly directory: KnownDirectory,
  ) {}

  onModuleInit(): void {
    this.takers.take('letter', (fired) => this.draft(fired, 'reminder-letter', LETTER_DAYS));
    this.takers.take('supervision-order', (fired, act) =>
      this.draft(
        fired,
        'supervision-order',
        act.kind === 'supervision-order' ? act.answerWithin : LETTER_DAYS,
      ),
    );
    this.takers.take('criticism-candidate', (fired) => this.draft(fired, 'criticism'));
    this.takers.take('agenda-item', async (fired, act) => {
      if (act.kind === 'agenda-item') await this.putOnAgenda(fired, act.meeting, act.session);
    });
  }

  private async draft(fired: RungFired, kind: OrderKind, answerWithin?: number): Promise<void> {
    const directory = await this.directory.of(fired.tenant);
    const issuingOffice = mustHave(jointOfficeOf(directory, fired.unit.district), fired.unit.district);
    const actor = engineActor(fired.tenant);
    await this.unitOfWork.withActor(actor, (tx) =>
      this.orders.draft(tx, actor, {
        id: newId(),
        kind,
        caseId: fired.caseId,
        rung: { clockId: fired.clockId, level: fired.level },
        issuingOffice,
        office: fired.unit.officeId,
        viaConvenor: isLedFromAbove(directory, fired.unit.officeId),
        subject: `${SUBJECTS[kind]}：${fired.clockName.zh}`,
        facts: factsOf(fired),
        demand:
          kind === 'criticism'
            ? '现予通报。请认真查找原因，立即办理，杜绝类似情况再次发生。'
            : '请立即办理，并书面说明未按期办结的原因、已采取的措施和办结时间。',
        ...(answerWithin === undefined ? {} : { answerWithin }),
      }),
    );
  }

  private async putOnAgenda(
    fired: RungFired,
    meeting: 'county' | 'city',
    session: 'ordinary' | 'special',
  ): Promise<void> {
    const directory = await this.directory.of(fired.tenant);
    const { district } = fired.unit;
    const place = meeting === 'city' ? (directory.parents.get(district) ?? district) : district;
    const office = mustHave(jointOfficeOf(directory, place), place);
    const actor = engineActor(fired.tenant);
    await this.unitOfWork.withActor(actor, (tx) =>
      this.orders.addAgendaItem(tx, actor, {
        id: newId(),
        tenant: fired.tenant,
        meeting,
        session,
        office,
        lateOffice: fired.unit.officeId,
        caseId: fired.caseId,
        clockId: fired.clockId,
        level: fired.level,
        subject: factsOf(fired),
      }),
    );
  }
}

/** A default of the house is late, never breached: only a statutory period is called one. */
const factsOf = ({ caseNo, clockName, dueAt, firedAt, lateness }: RungFired): string => {
  const period = lateness === 'breached' ? '法定时限' : '办理时限';
  const until = `办件${caseNo}“${clockName.zh}”的${period}`;
  return lateness === undefined
    ? `${until}将于${chineseInstant(dueAt)}届满，截至${chineseInstant(firedAt)}尚未办结。`
    : `${until}已于${chineseInstant(dueAt)}届满，截至${chineseInstant(firedAt)}仍未办结。`;
};

const mustHave = (office: string | undefined, district: string): string => {
  if (office === undefined) throw new Error(`No joint-meeting office answers for ${district}.`);
  return office;
};
