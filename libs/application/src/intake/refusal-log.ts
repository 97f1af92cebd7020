import { Injectable } from '@nestjs/common';
import { engineActor } from '@lianban/domain';
import type { AppError } from '@lianban/kernel';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { InboundEvents, type NewRefusal } from './inbound-events.port.js';

/** An outsider without a key must not be able to fill the table: so many unsigned deliveries a minute are recorded. */
const unsignedPerMinute = 120;

type Delivery = Omit<NewRefusal, 'tenant' | 'code' | 'detail'> & { readonly tenant: string | undefined };

/** What was refused at the door, for the intake desk. */
@Injectable()
export class RefusalLog {
  private minute = 0;
  private recorded = 0;

  constructor(
    private readonly events: InboundEvents,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  async record(error: AppError, delivery: Delivery): Promise<void> {
    if (delivery.tenant === undefined && !this.mayRecordUnsigned()) return;
    const tenant = delivery.tenant ?? defaultTenant;
    const places = (error.places ?? []).map(({ path, message }) => `${path ?? ''} ${message}`.trim());
    const detail = [error.message, ...places].join('; ').slice(0, 1000);
    await this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      await this.events.refuse(tx, { ...delivery, tenant, code: error.code, detail });
      this.afterCommit.changed(tx, { officeIds: [], outbox: false });
    });
  }

  private mayRecordUnsigned(): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.recorded = 0;
    }
    this.recorded += 1;
    return this.recorded <= unsignedPerMinute;
  }
}

/** Unsigned deliveries belong to no city; the desk of the first city sees them. */
const defaultTenant = '330900';
