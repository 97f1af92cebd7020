import { conflict } from '@lianban/kernel';
import type { PublishedDefinition } from '../definitions/index.js';

type Version = Pick<PublishedDefinition, 'tenant' | 'key'>;

export const mustBeOneProcess = (from: Version, to: Version): void => {
  if (to.tenant !== from.tenant || to.key !== from.key)
    throw conflict(
      'MIGRATION.OTHER_PROCESS',
      'The case can only come to another version of its own process.',
    );
};
