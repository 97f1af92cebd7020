import { join } from 'node:path';
import type { Anchor, SealingSettings } from '@lianban/application';
import type { WorkerSettings } from '../worker-settings.js';
import { FileAnchor } from './file-anchor.js';
import { HttpAnchor } from './http-anchor.js';
import { signingKey } from './signing-key.js';

export const sealingOf = async (settings: WorkerSettings): Promise<SealingSettings> => ({
  key: await signingKey(settings.TRAIL_KEY_FILE ?? join(settings.trailFolder, 'key.pem')),
  digest: settings.TRAIL_DIGEST,
  batch: settings.TRAIL_BATCH,
});

export const anchorsOf = ({ trailFolder, TRAIL_ANCHOR_URL: url }: WorkerSettings): readonly Anchor[] => [
  new FileAnchor(join(trailFolder, 'anchors.ndjson')),
  ...(url === undefined ? [] : [new HttpAnchor(url)]),
];
