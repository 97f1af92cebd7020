import { z } from 'zod';
import { id, pageQuery } from './fields.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day');

export const NOTICE_CHANNELS = ['email', 'webhook', 'sms'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What notices are about; `notice_group` of the database sorts them. */
export const NOTICE_GROUPS = ['deadlines', 'orders', 'disputes', 'calendar', 'other'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

const ADDRESS_OF: Readonly<Record<NoticeChannel, z.ZodType>> = {
  email: z.email(),
  webhook: z.url({ protocol: /^https?$/ }),
  sms: z.string().regex(/^\+?\d{6,15}$/),
};

/** Where else than here a person is told, of what, and when. Quiet hours are local time and never hold back L-CRIT. */
export const noticePreference = z
  .strictObject({
    channel: z.enum(NOTICE_CHANNELS),
    address: z.string().trim().min(3).max(300),
    kinds: z
      .array(z.enum(NOTICE_GROUPS))
      .max(NOTICE_GROUPS.length)
      .default([...NOTICE_GROUPS]),
    rhythm: z.enum(['at-once', 'hourly', 'daily']),
    /** Local time at which the daily list goes. */
    dailyAt: time.default('08:30'),
    quiet: z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from !== to, 'quiet hours begin and end at the same time')
      .optional(),
  })
  .refine(({ channel, address }) => ADDRESS_OF[channel].safeParse(address).success, {
    path: ['address'],
    message: 'not an address of this channel',
  });
export type NoticePreference = z.infer<typeof noticePreference>;

/** The state of an overseer's scope in numbers, on working days (or the first of a week) from an hour on. */
const digestSubscription = z.strictObject({
  channel: z.enum(NOTICE_CHANNELS),
  period: z.enum(['daily', 'weekly']),
  hour: z.int().min(0).max(23),
});
export type DigestSubscription = z.infer<typeof digestSubscription>;

/** All channels that are on; a channel left out is off, and so is a digest. */
export const noticePreferencesRequest = z
  .strictObject({
    preferences: z
      .array(noticePreference)
      .max(NOTICE_CHANNELS.length)
      .refine((all) => new Set(all.map(({ channel }) => channel)).size === all.length, 'a channel twice'),
    digest: digestSubscription.optional(),
  })
  .refine(
    ({ preferences, digest }) => !digest || preferences.some(({ channel }) => channel === digest.channel),
    { path: ['digest', 'channel'], message: 'a digest goes by a channel that is on' },
  );
export type NoticePreferences = z.infer<typeof noticePreferencesRequest>;

export const testMessageRequest = z.strictObject({ channel: z.enum(NOTICE_CHANNELS) });
export const messageParams = z.strictObject({ id });
export const failedDeliveriesQuery = z.strictObject(pageQuery);
export type FailedDeliveriesRequest = z.infer<typeof failedDeliveriesQuery>;
export const outsideDeliveryParams = z.strictObject({ kind: z.enum(['message', 'todo']), id });
export type OutsideDeliveryParams = z.infer<typeof outsideDeliveryParams>;
