import type { Client } from 'pg';

/** Invented, like everybody in a demo; a founder of this name is a hit (W01 before step 6). */
const banned = '示例禁入人';

/** One lifetime ban (终身禁入, 人口与计划生育法 art. 41), so that a demo can show what a hit holds. */
export async function seedBanRegister(client: Client, tenant: string): Promise<void> {
  await client.query(
    `INSERT INTO ban_register (id, tenant, person_name, basis, document_no, imposed_at)
     SELECT gen_random_uuid(), $1, $2, 'POP-41', '示例禁〔2025〕0号', now() - interval '1 year'
     WHERE NOT EXISTS (SELECT FROM ban_register WHERE tenant = $1 AND person_name = $2)`,
    [tenant, banned],
  );
}
