import type { Text2 } from '@lianban/contracts';
import type { Stage } from './stage.js';

/** One institution's way through W01, with everything the domain brief says about it asserted on the way. */
export interface Story {
  readonly code: string;
  readonly title: Text2;
  play(stage: Stage): Promise<void>;
}
