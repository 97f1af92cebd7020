import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { IntakeCatalogue, SessionStore, signedRegistration } from '@lianban/application';
import type { SimulatedRegistration } from '@lianban/contracts';
import { invalid, unavailable } from '@lianban/kernel';
import { DistrictNames } from './district-names.js';

/** Plays a registrar's own system: a real, signed HTTP delivery to our own door. */
@Injectable()
export class RegistrarSystem {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly catalogue: IntakeCatalogue,
    private readonly districts: DistrictNames,
    private readonly store: SessionStore,
  ) {}

  async register(code: string): Promise<SimulatedRegistration> {
    const name = await this.districts.nameOf(code);
    const sources = await this.catalogue.sources();
    const source = sources.get(`/zhoushan/${code}/market-regulation`);
    if (name === undefined || source === undefined) {
      throw invalid('DEMO.UNKNOWN_DISTRICT', 'No registrar sends events for this district.', {
        places: [{ path: '/district', message: code }],
      });
    }
    const delivery = signedRegistration(source, { code, name }, await this.store.businessNow());
    const { port } = this.host.httpAdapter.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/events`, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw unavailable('DEMO.DOOR_REFUSED', `The intake door answered ${answer.status}.`);
    return {
      institutionId: String(delivery.event.data['institutionId']),
      name: delivery.institution.name,
      uscc: delivery.institution.uscc,
      eventId: delivery.event.id,
    };
  }
}
