import { City, type CityOptions } from '@lianban/testing';
import { Screens } from './screens.js';

export interface Stage {
  readonly city: City;
  readonly screens: Screens;
}

/** The product with Chromium before it, for one test file: `it` of each test gets the stage, and keeps evidence. */
export function onStage(options: CityOptions = {}): {
  readonly stage: Stage;
  readonly scene: (name: string, act: (stage: Stage) => Promise<void>, timeoutMs?: number) => void;
} {
  const parts: { city?: City; screens?: Screens } = {};
  const stage: Stage = {
    get city() {
      return present(parts.city);
    },
    get screens() {
      return present(parts.screens);
    },
  };
  beforeAll(async () => {
    parts.city = await City.open(options);
    parts.screens = await Screens.of(parts.city.url);
  }, 120_000);
  afterAll(async () => {
    await parts.screens?.close();
    await parts.city?.close();
  });

  const scene = (name: string, act: (stage: Stage) => Promise<void>, timeoutMs = 120_000): void => {
    it(
      name,
      async () => {
        const { screens } = stage;
        try {
          await act(stage);
          expect(screens.uncaught).toEqual([]);
        } catch (error) {
          const folder = await screens.keepEvidence(name);
          throw new Error(`${error instanceof Error ? error.message : String(error)}\nscreens: ${folder}`, {
            cause: error,
          });
        } finally {
          await screens.leave();
        }
      },
      timeoutMs,
    );
  };
  return { stage, scene };
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the stage is not set up yet');
  return part;
}
