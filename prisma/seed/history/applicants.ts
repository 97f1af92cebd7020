import {
  preparedForm,
  preparedMaterials,
  preparedScan,
  StoreFileCommand,
  SubmitFilingCommand,
  SubmitSupplementCommand,
} from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Story } from './stories.js';

type Material = (typeof preparedMaterials)[number];

/** What an institution does in its portal. */
@Injectable()
export class Applicants {
  constructor(private readonly commands: CommandBus) {}

  async file(applicant: Actor, { random, missing, by }: Story): Promise<void> {
    const materials = await this.upload(
      applicant,
      preparedMaterials.filter(({ kind }) => !missing.includes(kind)),
      '',
    );
    const form = {
      ...preparedForm,
      places: 20 + 5 * random.below(14),
      toddlerClasses: 1 + random.below(3),
      nurseryClasses: by === 'approval' ? 2 : random.below(2),
      newBuildingOrChangeOfUse: random.chance(0.3),
      materials,
    };
    await this.commands.execute(
      new SubmitFilingCommand(applicant, form, `history filing ${applicant.institutionId}`),
    );
  }

  async supplement(applicant: Actor, { missing }: Story): Promise<void> {
    const materials = await this.upload(
      applicant,
      preparedMaterials.filter(({ kind }) => missing.includes(kind)),
      '（补正）',
    );
    await this.commands.execute(
      new SubmitSupplementCommand(
        applicant,
        { note: '已按告知书补齐', materials },
        `history supplement ${applicant.institutionId}`,
      ),
    );
  }

  private async upload(
    applicant: Actor,
    materials: readonly Material[],
    suffix: string,
  ): Promise<{ kind: string; fileId: string }[]> {
    const stored: { kind: string; fileId: string }[] = [];
    for (const { kind, name } of materials) {
      const scan = await this.commands.execute(
        new StoreFileCommand(
          applicant,
          `${name}${suffix}.pdf`,
          preparedScan(`${applicant.name} ${name}${suffix}`),
          `history upload ${kind}${suffix} ${applicant.institutionId}`,
        ),
      );
      stored.push({ kind, fileId: scan.id });
    }
    return stored;
  }
}
