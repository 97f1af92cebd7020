import { join } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  FILES_DIR: z.string().default('.data/files'),
  TRAIL_DIR: z.string().optional(),
  LIANBAN_DEMO: z.string().optional(),
  LIANBAN_DATA: z.string().optional(),
  LIANBAN_PUBLIC_ORIGIN: z.url().optional(),
  LIANBAN_WEB_DIST: z.string().optional(),
  LIANBAN_TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
});

/** What this process is told by its environment, read once and checked. */
export class ApiSettings {
  constructor(
    readonly port: number,
    readonly host: string,
    readonly databaseUrl: string,
    readonly redisUrl: string | undefined,
    readonly temporalAddress: string | undefined,
    readonly filesFolder: string,
    readonly trailFolder: string,
    readonly dataFolder: string,
    readonly demo: boolean,
    readonly publicOrigin: string | undefined,
    readonly webFolder: string,
    readonly trustProxy: string | undefined,
    readonly logLevel: string,
  ) {}

  /** Cookies are marked secure where the browser sees https. */
  get secureCookies(): boolean {
    return this.publicOrigin?.startsWith('https://') ?? false;
  }

  static from(env: NodeJS.ProcessEnv): ApiSettings {
    const parsed = environment.safeParse(env);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`the environment is not complete: ${faults.join('; ')}`);
    }
    const it = parsed.data;
    return new ApiSettings(
      it.PORT,
      it.HOST,
      it.DATABASE_URL,
      it.REDIS_URL,
      it.TEMPORAL_ADDRESS,
      it.FILES_DIR,
      it.TRAIL_DIR ?? join(it.FILES_DIR, '..', 'trail'),
      it.LIANBAN_DATA ?? join(it.FILES_DIR, '..'),
      it.LIANBAN_DEMO === '1',
      it.LIANBAN_PUBLIC_ORIGIN?.replace(/\/$/, ''),
      it.LIANBAN_WEB_DIST ?? join(import.meta.dirname, '..', '..', 'web', 'dist'),
      it.LIANBAN_TRUST_PROXY,
      it.LOG_LEVEL,
    );
  }
}
