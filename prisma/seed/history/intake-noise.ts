import { randomUUID } from 'node:crypto';
import { AppException } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import type { Agenda } from './agenda.js';
import { Registrars } from './registrars.js';

/** What an intake desk sees on ordinary days: events that belong to no case, and deliveries refused at the door. */
@Injectable()
export class IntakeNoise {
  constructor(private readonly registrars: Registrars) {}

  /** `when` answers an instant so many working days before today, so many minutes of office hours into the day. */
  plan(agenda: Agenda, when: (age: number, minutes: number) => string): void {
    const add = (at: string, act: (now: Date) => Promise<void>): void =>
      agenda.add(at, () => act(new Date(at)));
    add(when(4, 95), (now) => this.strayedSupplement('330903', now));
    add(when(1, 200), (now) => this.strayedSupplement('330902', now));
    add(when(9, 40), (now) => this.tampered('330921', now));
    add(when(2, 310), (now) => this.tampered('330902', now));
    add(when(3, 150), (now) => this.incomplete('330971', now));
    add(when(1, 60), (now) => this.unexpected('330903', now));
  }

  /** A supplement to a filing that no case knows. */
  private async strayedSupplement(district: string, now: Date): Promise<void> {
    await this.registrars.send(
      await this.registrars.delivery(
        `/zhoushan/${district}/filing-system`,
        'filing.supplemented',
        supplement(now),
        now,
      ),
    );
  }

  /** A body that is not what was signed. */
  private async tampered(district: string, now: Date): Promise<void> {
    const from = `/zhoushan/${district}/filing-system`;
    const { body, headers } = await this.registrars.delivery(
      from,
      'filing.supplemented',
      supplement(now),
      now,
    );
    await refused(this.registrars.send({ body: body.replace('"materials":[]', '"materials":[1]'), headers }));
  }

  private async incomplete(district: string, now: Date): Promise<void> {
    const { suppliedAt: _left, ...data } = supplement(now);
    const from = `/zhoushan/${district}/filing-system`;
    await refused(
      this.registrars.send(await this.registrars.delivery(from, 'filing.supplemented', data, now)),
    );
  }

  /** A type that this source may not send. */
  private async unexpected(district: string, now: Date): Promise<void> {
    const from = `/zhoushan/${district}/public-security`;
    await refused(
      this.registrars.send(await this.registrars.delivery(from, 'nursery-class.approved', {}, now)),
    );
  }
}

const supplement = (now: Date) => ({
  filingId: randomUUID(),
  institutionId: randomUUID(),
  materials: [],
  suppliedAt: now.toISOString(),
});

async function refused(delivery: Promise<void>): Promise<void> {
  try {
    await delivery;
  } catch (failure) {
    if (failure instanceof AppException) return;
    throw failure;
  }
  throw new Error('The intake door let a bad delivery in.');
}
