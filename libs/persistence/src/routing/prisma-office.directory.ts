import { type FullDirectory, OfficeDirectory } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { AWAY } from '../team/away.sql.js';

interface StandIn {
  readonly user_id: string;
  readonly stand_in: string;
  readonly name_zh: string;
  readonly name_en: string;
}

/** Business time is the database's to say. */
const STAND_INS = `SELECT a.user_id, a.stand_in, u.name_zh, u.name_en FROM absence a JOIN app_user u ON u.id = a.stand_in
  WHERE a.tenant = $1 AND NOT u.disabled AND ${AWAY}`;

@Injectable()
export class PrismaOfficeDirectory extends OfficeDirectory {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly pool: Pool,
  ) {
    super();
  }

  async read(tenant: string): Promise<FullDirectory> {
    const [departments, districts, offices, overrides, posts, away] = await Promise.all([
      this.prisma.department.findMany(),
      this.prisma.district.findMany(),
      this.prisma.office.findMany({ where: { tenant }, orderBy: { id: 'asc' } }),
      this.prisma.routingOverride.findMany({ where: { tenant }, omit: { tenant: true } }),
      this.prisma.userPost.findMany({
        where: { appUser: { tenant, disabled: false } },
        include: { appUser: true },
        orderBy: { appUser: { username: 'asc' } },
      }),
      this.pool.query<StandIn>(STAND_INS, [tenant]),
    ]);
    const standIns = new Map(
      away.rows.map(({ user_id, stand_in, name_zh, name_en }) => [
        user_id,
        { userId: stand_in, name: { zh: name_zh, en: name_en } },
      ]),
    );
    return {
      offices: offices.map(({ id, department, district, function: duty, nameZh, nameEn }) => ({
        id,
        department,
        district,
        name: { zh: nameZh, en: nameEn },
        ...(duty === null ? {} : { function: duty }),
      })),
      overrides,
      staffed: new Set(posts.map(({ officeId }) => officeId)),
      holders: posts.map(({ userId, officeId, post, appUser }) => ({
        userId,
        officeId,
        post,
        name: { zh: appUser.nameZh, en: appUser.nameEn },
        ...standInOf(standIns, userId),
      })),
      departments: new Map(
        departments.map(({ code, enforcementPower, verticallyLed }) => [
          code,
          { enforcementPower, verticallyLed },
        ]),
      ),
      signs: new Map(districts.flatMap(({ code, sign }) => (sign === null ? [] : [[code, sign] as const]))),
      districts: new Map(districts.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }])),
      parents: new Map(
        districts.flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const])),
      ),
    };
  }
}

const standInOf = <T>(standIns: ReadonlyMap<string, T>, userId: string): { standIn?: T } => {
  const standIn = standIns.get(userId);
  return standIn === undefined ? {} : { standIn };
};
