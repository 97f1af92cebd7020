import { randomInt, randomUUID } from 'node:crypto';
import { usccCheckSign, type InstitutionRow, type RegisterInstitutionRequest } from '@lianban/contracts';
import { type DepartmentSystems, startDepartmentSystems } from '../stack/department-systems.js';
import { type Product, startProduct } from '../stack/product.js';
import type { TestPostgres } from '../stack/stack-environment.js';
import { type TestDatabase, cloneTestDatabase } from '../stack/test-database.js';
import { BusinessClock, startBusinessTime } from './business-clock.js';
import { EventSender } from './event-sender.js';
import { Nursery } from './nursery.js';
import { Person } from './person.js';

export interface CityOptions {
  /** Business time at the start; the present unless told otherwise. */
  readonly at?: string;
  readonly withWorker?: boolean;
  /** More of the environment of its processes. */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether text messages and to-dos leave the house, to the simulators of the city. */
  readonly isReachable?: boolean;
  /** The port at which its processes find PostgreSQL, where a test stands in between. */
  readonly databasePort?: number;
  /** The server its database lies in, where that is not the one of all tests. */
  readonly postgres?: TestPostgres;
  /** How long its people send again what got no answer, in milliseconds. */
  readonly patience?: number;
}

/** Districts by the short names that user names and offices carry. */
const districts: Readonly<Record<string, string>> = {
  dinghai: '330902',
  putuo: '330903',
  daishan: '330921',
  shengsi: '330922',
  xincheng: '330971',
  puzhu: 'puzhu',
  jintang: '330972',
  liuheng: '330973',
  'marine-industry': 'marine-industry',
};

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A whole city for one test file: a seeded database, the product's processes, the other departments' systems. */
export class City {
  readonly clock: BusinessClock;
  private readonly signedIn = new Map<string, Promise<Person>>();

  private constructor(
    readonly database: TestDatabase,
    readonly departments: DepartmentSystems,
    readonly product: Product,
    readonly patience: number,
  ) {
    this.clock = new BusinessClock(database, () => this.person('admin'));
  }

  static async open({
    at,
    withWorker = true,
    env = {},
    isReachable = false,
    databasePort,
    postgres,
    patience = 0,
  }: CityOptions = {}): Promise<City> {
    const database = await cloneTestDatabase({ seeded: true, ...(postgres ? { postgres } : {}) });
    await startBusinessTime(database, at ?? new Date().toISOString());
    const departments = await startDepartmentSystems();
    const product = await startProduct({
      database:
        databasePort === undefined ? database : { ...database, url: atPort(database.url, databasePort) },
      withWorker,
      env: {
        DEPARTMENT_SYSTEMS_URL: departments.url,
        LOG_LEVEL: 'error',
        ...(isReachable
          ? { SMS_GATEWAY_URL: `${departments.url}/sms`, UNIFIED_TODO_URL: `${departments.url}/unified-todo` }
          : {}),
        ...env,
      },
    });
    return new City(database, departments, product, patience);
  }

  get url(): string {
    return this.product.url;
  }

  get visitor(): Person {
    return Person.visitor(this.url);
  }

  /** Signed in once and kept. */
  person(username: string): Promise<Person> {
    const known = this.signedIn.get(username) ?? Person.signIn(this.url, username, this.patience);
    this.signedIn.set(username, known);
    return known;
  }

  /** A clerk of an office, by the office's id. */
  clerkOf(officeId: string): Promise<Person> {
    const [slug, department] = officeId.split('.');
    return this.person(`${department}.${slug}`);
  }

  /** The system behind a source of events, such as `/zhoushan/330902/market-regulation`. */
  async sender(source: string): Promise<EventSender> {
    const [row] = await this.database.query<{ secret: string }>(
      'SELECT secrets[1] AS secret FROM event_source WHERE source = $1',
      [source],
    );
    if (row === undefined) throw new Error(`there is no source ${source}`);
    return new EventSender(this.url, source, row.secret);
  }

  /** A registration that no rule refuses, of an institution that nobody knows yet. */
  registration(slug = 'dinghai', more: Partial<RegisterInstitutionRequest> = {}): RegisterInstitutionRequest {
    const district = districts[slug] ?? slug;
    const area = /^\d{6}$/.test(district) ? district : '330900';
    const start = `91${area}${Array.from({ length: 9 }, () => signs.charAt(randomInt(signs.length))).join('')}`;
    return {
      uscc: `${start}${usccCheckSign(start) ?? ''}`,
      nameZh: `测试托育园${randomInt(1e6, 1e7)}`,
      kind: 'care-institution',
      registrationType: 'enterprise',
      registrationAuthority: 'market-regulation',
      businessScope: '3岁以下婴幼儿照护服务',
      address: '示例路1号',
      district,
      legalRepresentative: '测试人甲',
      certificateNo: '测试-0001',
      ...more,
    };
  }

  /** Registered at the counter of the registration authority. */
  async register(slug = 'dinghai', more: Partial<RegisterInstitutionRequest> = {}): Promise<Nursery> {
    const request = this.registration(slug, more);
    const registrar = await this.person(`${request.registrationAuthority}.${slug}.registrar`);
    return new Nursery(this, await registrar.post<InstitutionRow>('/api/registry/institutions', request));
  }

  /** A kindergarten for whose nursery class education has agreed; it was registered long before. */
  async approveNurseryClass(slug = 'dinghai'): Promise<Nursery> {
    const nursery = await this.register(slug, {
      kind: 'nursery-class',
      registrationType: 'public',
      registrationAuthority: 'staffing-office',
    });
    const education = await this.sender(`/zhoushan/${nursery.district}/education`);
    const approvedAt = (await this.clock.now()).toISOString();
    const accepted = await education.send(
      education.event('nursery-class.approved', {
        applicationId: randomUUID(),
        kindergartenId: nursery.id,
        jurisdiction: nursery.district,
        classes: 2,
        places: 40,
        approvedAt,
      }),
    );
    if (accepted.status !== 202) throw new Error(`the approval was refused: ${accepted.text}`);
    return nursery;
  }

  async close(): Promise<void> {
    await Promise.all([this.product.stop(), this.departments.stop()]);
    await this.database.drop();
  }
}

const atPort = (url: string, port: number): string => {
  const other = new URL(url);
  other.port = String(port);
  return other.href;
};
