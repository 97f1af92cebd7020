import type { SuspensionView } from '@lianban/contracts';
import type { SuspensionRecord } from './case-reader.port.js';
import { groundText } from './describe-clock.js';

export const suspensionView = (record: SuspensionRecord): SuspensionView => ({
  ...record,
  since: new Date(record.since).toISOString(),
  groundText: groundText(record.ground),
});
