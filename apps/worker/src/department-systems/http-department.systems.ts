import { type ConductorOperation, type DepartmentAnswer, DepartmentSystems } from '@lianban/application';
import { defect, type JsonObject } from '@lianban/kernel';

/** A call that takes longer has failed, in milliseconds. */
const PATIENCE_MS = 5_000;
const LARGEST_ANSWER = 64 * 1024;

const PATHS: Readonly<Record<ConductorOperation, string>> = {
  'push-registration': '/health-commission/registrations',
  'publish-filing': '/publication/filings',
};

/**
 * The other side has judged what it was sent. 401, 403, 404 and the like say that we or a proxy are set up wrongly:
 * tried again until somebody has mended it, and never the refusal of a registration.
 */
const JUDGED: ReadonlySet<number> = new Set([400, 409, 410, 422]);

/** Other departments' systems over HTTP: 2xx is done, a judgement is definitive, everything else is tried again. */
export class HttpDepartmentSystems extends DepartmentSystems {
  constructor(private readonly baseUrl: string) {
    super();
  }

  async call(operation: string, key: string, input: JsonObject): Promise<DepartmentAnswer> {
    const path = PATHS[operation as ConductorOperation];
    if (path === undefined) {
      throw defect('CONDUCTOR.NO_SUCH_OPERATION', `Nobody answers for the operation ${operation}.`);
    }
    const response = await fetch(new URL(path, this.baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(input),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (text.length > LARGEST_ANSWER)
      throw new Error(`${path} answered more than ${LARGEST_ANSWER} characters.`);
    const body = objectOf(text);
    if (response.ok) return { kind: 'done', data: body };
    if (!JUDGED.has(response.status)) throw new Error(`${path} answered ${response.status}.`);
    const code = typeof body['code'] === 'string' ? body['code'] : 'REJECTED';
    return { kind: 'error', code, data: { status: response.status } };
  }
}

const objectOf = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
};
