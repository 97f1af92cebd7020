import type { DigestSubscription, NoticeChannel, NoticeGroup, NoticePreferences } from '@lianban/contracts';

// Written out: their schema would bring its validator into the browser.
export const channels: readonly NoticeChannel[] = ['email', 'webhook', 'sms'];
export const groups: readonly NoticeGroup[] = ['deadlines', 'orders', 'disputes', 'calendar', 'other'];

type Preference = NoticePreferences['preferences'][number];

/** A channel as it is being filled in; what is off keeps what was typed. */
export interface ChannelDraft extends Omit<Preference, 'quiet'> {
  readonly isOn: boolean;
  readonly isQuiet: boolean;
  readonly quiet: { readonly from: string; readonly to: string };
}

export interface PreferencesDraft {
  readonly channels: Readonly<Record<NoticeChannel, ChannelDraft>>;
  readonly wantsDigest: boolean;
  readonly digest: DigestSubscription;
}

const NIGHT = { from: '20:00', to: '08:00' };

export const draftOf = ({ preferences, digest }: NoticePreferences): PreferencesDraft => {
  const channelOf = (channel: NoticeChannel): ChannelDraft => {
    const known = preferences.find((one) => one.channel === channel);
    return {
      ...(known ?? { channel, address: '', kinds: [...groups], rhythm: 'at-once', dailyAt: '08:30' }),
      isOn: known !== undefined,
      isQuiet: known?.quiet !== undefined,
      quiet: known?.quiet ?? NIGHT,
    };
  };
  return {
    channels: { email: channelOf('email'), webhook: channelOf('webhook'), sms: channelOf('sms') },
    wantsDigest: digest !== undefined,
    digest: digest ?? { channel: 'email', period: 'daily', hour: 9 },
  };
};

export const preferencesOf = ({
  channels: drafts,
  wantsDigest,
  digest,
}: PreferencesDraft): NoticePreferences => ({
  preferences: Object.values(drafts)
    .filter(({ isOn }) => isOn)
    .map(({ channel, address, kinds, rhythm, dailyAt, isQuiet, quiet }) => ({
      channel,
      address: address.trim(),
      kinds,
      rhythm,
      dailyAt,
      ...(isQuiet ? { quiet } : {}),
    })),
  ...(wantsDigest ? { digest } : {}),
});

const ADDRESSES: Readonly<Record<NoticeChannel, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  webhook: /^https?:\/\/[^\s/]+/,
  sms: /^\+?\d{6,15}$/,
};

const hasAddress = ({ channel, address }: ChannelDraft): boolean => ADDRESSES[channel].test(address.trim());

/** Texts of what keeps a channel from being saved. */
export const faultsOf = (draft: ChannelDraft): readonly ('address' | 'quiet')[] => {
  if (!draft.isOn) return [];
  const isQuietEmpty = draft.isQuiet && draft.quiet.from === draft.quiet.to;
  return [
    ...(hasAddress(draft) ? [] : (['address'] as const)),
    ...(isQuietEmpty ? (['quiet'] as const) : []),
  ];
};
