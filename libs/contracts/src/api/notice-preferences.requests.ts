import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day');

/** Where else than here a person is told, and when. Quiet hours are local time and never hold back L-CRIT. */
export const noticePreference = z
  .strictObject({
    channel: z.enum(['email', 'webhook']),
    address: z.string().trim().min(3).max(300),
    rhythm: z.enum(['at-once', 'hourly', 'daily']),
    quiet: z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from !== to, 'quiet hours begin and end at the same time')
      .optional(),
  })
  .refine(({ channel, address }) => (channel === 'email' ? z.email() : z.url()).safeParse(address).success, {
    path: ['address'],
    message: 'not an address of this channel',
  });
export type NoticePreference = z.infer<typeof noticePreference>;

/** All channels that are on; a channel left out is off. */
export const noticePreferencesRequest = z.strictObject({
  preferences: z
    .array(noticePreference)
    .max(2)
    .refine((all) => new Set(all.map(({ channel }) => channel)).size === all.length, 'a channel twice'),
});
export type NoticePreferencesRequest = z.infer<typeof noticePreferencesRequest>;
