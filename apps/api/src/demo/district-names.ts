import { Injectable } from '@nestjs/common';
import { Institutions, UnitOfWork } from '@lianban/application';
import { engineActor } from '@lianban/domain';

@Injectable()
export class DistrictNames {
  constructor(
    private readonly institutions: Institutions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The Chinese name of a district, or undefined for an unknown code. */
  async nameOf(code: string): Promise<string | undefined> {
    const names = await this.unitOfWork.withActor(engineActor('330900'), (tx) =>
      this.institutions.districtNames(tx),
    );
    return [...names].find(([name, found]) => found === code && name !== code)?.[0];
  }
}
