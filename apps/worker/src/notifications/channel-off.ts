import { type AppException, defect } from '@lianban/kernel';

/** Nobody has configured where this would go; it is tried no more. */
export const channelOff = (words: string): AppException =>
  defect('NOTICES.CHANNEL_OFF', words, { details: { cause: 'channel-off' } });
