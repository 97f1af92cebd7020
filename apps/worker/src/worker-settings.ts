import { join } from 'node:path';
import { DIGESTS } from '@lianban/trail';
import { z } from 'zod';

const ROLES = [
  'relay',
  'consumers',
  'sweeper',
  'conductor',
  'bulk',
  'scorecards',
  'notices',
  'watch',
  'sealer',
] as const;
type WorkerRole = (typeof ROLES)[number];

/** An address that others are relative to. */
const folder = z.url().transform((url) => new URL(url.endsWith('/') ? url : `${url}/`));

const environment = z.object({
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  TEMPORAL_ADDRESS: z.string(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  DEPARTMENT_SYSTEMS_URL: z.url(),
  FILES_DIR: z.string(),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  /** `specimen`: an imprint that says itself that it is not valid, for demonstrations. None otherwise: stamped by hand. */
  ELECTRONIC_SEALS: z.enum(['none', 'specimen']).default('none'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  LIANBAN_TENANT: z.string().default('330900'),
  /** Seconds after which a conductor gives a call up to a person; 26 hours unless told otherwise. */
  CONDUCTOR_GIVE_UP_SECONDS: z.coerce.number().positive().optional(),
  /** Seconds after which an open effect nobody touches is told to its conductor again. */
  CONDUCTOR_FORGOTTEN_SECONDS: z.coerce.number().positive().default(90),
  /** Seconds that a minute of a chain of calls takes; less than 60 in tests only. */
  CALL_CHAIN_MINUTE_SECONDS: z.coerce.number().positive().default(60),
  /** Seconds between two looks at whether every level of every ladder was looked at. */
  LADDER_WATCH_SECONDS: z.coerce.number().positive().default(60),
  /** The mail server, `smtp://…` or `smtps://…`; without it no e-mail is sent. */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Lianban 联办 <lianban@localhost>'),
  /** Hosts (with port) that webhooks may go to, separated by commas, and the secret they are signed with. */
  NOTICE_WEBHOOK_HOSTS: z.string().default(''),
  NOTICE_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  /** The gateway for text messages, and what it knows us by; without it none are sent. */
  SMS_GATEWAY_URL: folder.optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** 统一待办: the government's unified to-do list, and what it knows us by; without it nothing is told. */
  UNIFIED_TODO_URL: folder.optional(),
  UNIFIED_TODO_TOKEN: z.string().optional(),
  /** Where people open the product: messages link to it. */
  PRODUCT_URL: z.url().default('http://localhost:8080'),
  /** Seconds after which an act is sealed at the latest, and the most acts of one batch. */
  TRAIL_SEAL_SECONDS: z.coerce.number().positive().default(10),
  TRAIL_BATCH: z.coerce.number().int().positive().max(10_000).default(1_000),
  TRAIL_DIGEST: z.enum(DIGESTS).default('sha256'),
  /** Where the anchor lies and, unless it is given apart, the key: outside the database, best on another machine. */
  TRAIL_DIR: z.string().optional(),
  TRAIL_KEY_FILE: z.string().optional(),
  /** Takes each batch by POST besides the file. */
  TRAIL_ANCHOR_URL: z.url().optional(),
});

export type WorkerSettings = z.infer<typeof environment> & {
  readonly roles: ReadonlySet<WorkerRole>;
  readonly trailFolder: string;
};

/** What this process is told by its environment and its one flag, `--roles=relay,sweeper`, read once and checked. */
export const readSettings = (env: NodeJS.ProcessEnv, argv: readonly string[]): WorkerSettings => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete: ${faults.join('; ')}`);
  }
  const flag = argv.find((argument) => argument.startsWith('--roles='))?.slice('--roles='.length);
  const wanted = flag?.split(',') ?? [...ROLES];
  const roles = ROLES.filter((role) => wanted.includes(role));
  const unknown = wanted.filter((role) => !ROLES.some((known) => known === role));
  if (unknown.length > 0)
    throw new Error(`Unknown roles: ${unknown.join(', ')}. There are: ${ROLES.join(', ')}.`);
  const trailFolder = parsed.data.TRAIL_DIR ?? join(parsed.data.FILES_DIR, '..', 'trail');
  return { ...parsed.data, roles: new Set(roles), trailFolder };
};
