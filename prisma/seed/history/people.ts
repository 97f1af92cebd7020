import type { Actor } from '@lianban/domain';
import type { Client } from 'pg';

interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: string[];
  readonly offices: string[];
  readonly posts: string[];
  /** `office/post` */
  readonly postsByOffice: string[];
}

/** The invented people who do the work of a history, and the institutions' own accounts. */
export class People {
  private constructor(
    private readonly tenant: string,
    private readonly client: Client,
    private readonly byOffice: ReadonlyMap<string, readonly Actor[]>,
    private readonly byUsername: ReadonlyMap<string, Actor>,
    private readonly byPost: ReadonlyMap<string, Actor>,
  ) {}

  static async meet(client: Client, tenant: string): Promise<People> {
    const { rows } = await client.query<PersonRow>(
      `SELECT u.id, u.username, u.name_zh AS name, u.roles, array_agg(DISTINCT p.office_id) AS offices, array_agg(DISTINCT p.post) AS posts,
         array_agg(DISTINCT p.office_id || '/' || p.post) AS "postsByOffice"
       FROM app_user u JOIN user_post p ON p.user_id = u.id WHERE u.tenant = $1 GROUP BY u.id ORDER BY u.username`,
      [tenant],
    );
    const byOffice = new Map<string, Actor[]>();
    const byUsername = new Map<string, Actor>();
    const byPost = new Map<string, Actor>();
    for (const { id, username, name, roles, offices, posts, postsByOffice } of rows) {
      const actor: Actor = { tenant, kind: 'person', id, name, roles, officeIds: offices };
      byUsername.set(username, actor);
      for (const post of postsByOffice) if (!byPost.has(post)) byPost.set(post, actor);
      if (!posts.includes('clerk')) continue;
      for (const office of offices) byOffice.set(office, [...(byOffice.get(office) ?? []), actor]);
    }
    return new People(tenant, client, byOffice, byUsername, byPost);
  }

  clerksOf(officeId: string): readonly Actor[] {
    return this.byOffice.get(officeId) ?? [];
  }

  /** The first to hold a post; nobody where it is vacant. */
  holderOf(officeId: string, post: string): Actor | undefined {
    return this.byPost.get(`${officeId}/${post}`);
  }

  named(username: string): Actor {
    const person = this.byUsername.get(username);
    if (person === undefined) throw new Error(`The demo has no person ${username}.`);
    return person;
  }

  /** Whoever signs in for an institution. */
  async applicant(institutionId: string): Promise<Actor> {
    const { rows } = await this.client.query<{ id: string; name: string; roles: string[] }>(
      'SELECT id, name_zh AS name, roles FROM app_user WHERE institution_id = $1',
      [institutionId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`Institution ${institutionId} has no account.`);
    return { tenant: this.tenant, kind: 'institution', officeIds: [], institutionId, ...row };
  }
}
