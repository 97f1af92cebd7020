import { z } from 'zod';

const context = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'control characters');

/**
 * CloudEvents 1.0.2, structured JSON. Extension attributes are lower-case letters and digits with a scalar value
 * (§3.1 of the specification); anything else is malformed.
 */
export const cloudEventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: context(200),
    source: context(300),
    type: context(200),
    subject: context(300).optional(),
    time: z.iso.datetime({ offset: true }).optional(),
    datacontenttype: z.literal('application/json').optional(),
    dataschema: context(500).optional(),
    data: z.record(z.string(), z.unknown()),
  })
  .catchall(z.union([z.string().max(1000), z.number(), z.boolean()]))
  .refine((event) => Object.keys(event).every((name) => /^[a-z0-9]{1,40}$/.test(name)), {
    message: 'names of attributes are lower-case letters and digits',
  });

export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly time?: string | undefined;
  readonly datacontenttype?: 'application/json' | undefined;
  readonly dataschema?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** Extension attributes: `jurisdiction`, `dept`, `causationid`, … */
  readonly [extension: string]: unknown;
}

/** Prefix of every event type of the policy pack. */
export const eventTypePrefix = 'cn.gov.zhoushan.childcare.';
/** `institution.registered` → the whole type on the wire. */
export const eventType = (short: string): string => `${eventTypePrefix}${short}.v1`;
