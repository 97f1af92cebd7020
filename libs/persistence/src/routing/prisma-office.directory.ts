import { type FullDirectory, OfficeDirectory } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../generated/prisma/client.js';

@Injectable()
export class PrismaOfficeDirectory extends OfficeDirectory {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async read(tenant: string): Promise<FullDirectory> {
    const [departments, districts, offices, overrides, posts] = await Promise.all([
      this.prisma.department.findMany(),
      this.prisma.district.findMany(),
      this.prisma.office.findMany({ where: { tenant }, orderBy: { id: 'asc' } }),
      this.prisma.routingOverride.findMany({ where: { tenant }, omit: { tenant: true } }),
      this.prisma.userPost.findMany({
        where: { appUser: { tenant, disabled: false } },
        include: { appUser: true },
        orderBy: { appUser: { username: 'asc' } },
      }),
    ]);
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
