import type { Client } from 'pg';
import { officeId, officesOf } from './offices.js';
import type { PolicyPack } from './policy-pack.js';

/** Departments, districts, offices and routing. Names follow the pack; an administrator's routing is left alone. */
export async function seedDirectory(client: Client, pack: PolicyPack): Promise<void> {
  for (const it of pack.departments) {
    await client.query(
      `INSERT INTO department (code, name_zh, name_en, enforcement_power, vertically_led) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`,
      [it.code, it.name.zh, it.name.en, it.enforcementPower, it.verticallyLed],
    );
  }
  for (const it of pack.districts.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null))) {
    await client.query(
      `INSERT INTO district (code, name_zh, name_en, level, parent, regime, sign) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, sign = excluded.sign`,
      [it.code, it.name.zh, it.name.en, it.level, it.parent, it.regime ?? null, it.sign],
    );
  }
  for (const it of officesOf(pack)) {
    await client.query(
      `INSERT INTO office (id, tenant, department, district, function, name_zh, name_en) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`,
      [it.id, pack.tenant, it.department, it.district, it.function, it.name.zh, it.name.en],
    );
  }
  const slugs = new Map(pack.districts.map(({ code, slug }) => [code, slug]));
  for (const it of pack.routing.overrides) {
    const slug = slugs.get(it.office.district) ?? it.office.district;
    await client.query(
      `INSERT INTO routing_override (tenant, district, department, function, office_id, reason, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        pack.tenant,
        it.district,
        it.department,
        it.function,
        officeId(slug, it.office.department, it.office.function),
        it.reason.zh,
        pack.routing.version,
      ],
    );
  }
}
