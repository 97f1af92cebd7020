import { cloudEventSchema, type CloudEvent } from '@lianban/contracts';
import { invalid } from '@lianban/kernel';
import { isStorableJson } from './storable-json.js';

/** The body as JSON, or undefined: malformed is only said to a sender who proved who it is. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isStorableJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What an event claims to be, before anything is known to be true. */
export function claimOf(value: unknown, name: 'source' | 'id' | 'type'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const claim = (value as Readonly<Record<string, unknown>>)[name];
  return typeof claim === 'string' ? claim.slice(0, 300) : undefined;
}

export function readCloudEvent(value: unknown): CloudEvent {
  if (value === undefined) {
    throw invalid('INTAKE.MALFORMED', 'The body is not JSON that can be stored.', {
      places: [
        { path: '', message: 'not valid JSON, or nested too deep, or with characters that cannot be stored' },
      ],
    });
  }
  const parsed = cloudEventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid('INTAKE.MALFORMED', 'Not a valid CloudEvents 1.0 JSON event.', {
    places: parsed.error.issues.slice(0, 50).map((issue) => ({
      path: `/${issue.path.map(String).join('/')}`,
      code: issue.code,
      message: issue.message,
    })),
  });
}
