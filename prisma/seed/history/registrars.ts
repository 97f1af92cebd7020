import { randomUUID } from 'node:crypto';
import {
  AcceptEventCommand,
  IntakeCatalogue,
  Institutions,
  PortalAccountPolicy,
  RegisterInstitutionCommand,
  signedDelivery,
  signedRegistration,
  UnitOfWork,
  type SignedDelivery,
} from '@lianban/application';
import { eventType, type CloudEvent } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import type { People } from './people.js';
import type { Story } from './stories.js';

const typeOf = {
  'market-regulation': 'enterprise',
  'civil-affairs': 'ngo',
  'staffing-office': 'public',
} as const;

/** How an institution comes into the world: by an officer's form, by a registrar's event, by education's approval. */
@Injectable()
export class Registrars {
  constructor(
    private readonly commands: CommandBus,
    private readonly catalogue: IntakeCatalogue,
    private readonly institutions: Institutions,
    private readonly accounts: PortalAccountPolicy,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Answers the id of the institution. `now` is business time. */
  async register(story: Story, people: People, now: Date): Promise<string> {
    if (story.by === 'event') return this.announce(story, now);
    if (story.by === 'approval') return this.recordKindergarten(story, people, now);
    const { institution: it, authority, district } = story;
    const registrar = people.named(`${authority}.${district.slug}.registrar`);
    const row = await this.commands.execute(
      new RegisterInstitutionCommand(registrar, requestOf(story), `history ${it.uscc}`),
    );
    return row.id;
  }

  /** A kindergarten is registered long before; its way begins where education agrees to the nursery class. */
  async approveNurseryClass(story: Story, kindergartenId: string, now: Date): Promise<void> {
    const { district, institution } = story;
    const data = {
      applicationId: randomUUID(),
      kindergartenId,
      nameZh: institution.name,
      jurisdiction: district.code,
      classes: 2,
      places: 40,
      approvedAt: now.toISOString(),
    };
    await this.send(
      await this.delivery(`/zhoushan/${district.code}/education`, 'nursery-class.approved', data, now),
    );
  }

  /** An event as a source of ours would sign it; `short` is the type without its prefix. */
  async delivery(
    from: string,
    short: string,
    data: CloudEvent['data'],
    now: Date,
  ): Promise<Omit<SignedDelivery, 'institution'>> {
    const source = (await this.catalogue.sources()).get(from);
    if (source === undefined) throw new Error(`No source ${from} may send events.`);
    return signedDelivery(source, {
      specversion: '1.0',
      id: uuidv7(),
      source: from,
      type: eventType(short),
      time: now.toISOString(),
      datacontenttype: 'application/json',
      classification: 'internal',
      data,
    });
  }

  async send({ body, headers }: Pick<SignedDelivery, 'body' | 'headers'>): Promise<void> {
    await this.commands.execute(
      new AcceptEventCommand(
        Buffer.from(body),
        undefined,
        {
          id: headers['webhook-id'],
          timestamp: headers['webhook-timestamp'],
          signature: headers['webhook-signature'],
        },
        '10.0.0.1',
        randomUUID(),
      ),
    );
  }

  private async announce({ institution, authority, district }: Story, now: Date): Promise<string> {
    const source = (await this.catalogue.sources()).get(`/zhoushan/${district.code}/${authority}`);
    if (source === undefined) throw new Error(`No registrar sends events for ${district.code}.`);
    const place = { code: district.code, name: district.name.zh };
    const delivery = signedRegistration(source, place, now, institution);
    await this.send(delivery);
    return String(delivery.event.data['institutionId']);
  }

  private async recordKindergarten(story: Story, people: People, now: Date): Promise<string> {
    const registrar = people.named(`${story.authority}.${story.district.slug}.registrar`);
    const id = randomUUID();
    const kindergarten = { ...requestOf(story), id, registeredAt: now.toISOString() };
    await this.unitOfWork.withActor(registrar, async (tx) => {
      const account = await this.accounts.initialPasswordHash();
      await this.institutions.register(tx, registrar, kindergarten, account, undefined);
    });
    return id;
  }
}

const requestOf = ({ institution: it, authority, by, district }: Story) => ({
  uscc: it.uscc,
  nameZh: it.name,
  kind: by === 'approval' ? ('nursery-class' as const) : ('care-institution' as const),
  registrationType: typeOf[authority],
  registrationAuthority: authority,
  businessScope: by === 'approval' ? '学前教育' : '3岁以下婴幼儿照护服务',
  address: it.address,
  district: district.code,
  legalRepresentative: it.legalRepresentative,
  certificateNo: it.certificateNo,
});
