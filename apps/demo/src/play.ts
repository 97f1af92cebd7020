import type { Site } from './public-api/site.js';
import { City } from './stage/city.js';
import type { PlayedStep } from './stage/played-step.js';
import { Stage } from './stage/stage.js';
import type { Story } from './stage/story.js';
import { Timetable } from './stage/timetable.js';
import { banHit } from './stories/ban-hit.js';
import { filedAndVerified } from './stories/filed-and-verified.js';
import { fireDoubt } from './stories/fire-doubt.js';
import { neverFiles } from './stories/never-files.js';
import { supplementRound } from './stories/supplement-round.js';

/** The minute at which the database of the stories must stand when they begin: a Monday. */
export const BEGINNING = '2026-03-02 08:30';

export const stories: readonly Story[] = [filedAndVerified, supplementRound, fireDoubt, neverFiles, banHit];

export interface PlayOptions {
  readonly site: Site;
  /** All of them, unless told otherwise. */
  readonly stories?: readonly Story[];
  readonly onStep?: (step: PlayedStep) => void;
  /**
   * Called before each act with its description, and awaited: whoever wants to know how the product bears bad luck
   * kills something here, or starts a killing and lets the act run into it.
   */
  readonly beforeStep?: (what: string) => Promise<void> | void;
}

/**
 * Plays the stories side by side on the business time of one database, through the public API alone. Rejects with a
 * `Difference` at the first thing that is not as the domain brief says. Answers the steps in the order of the stories
 * without the minutes at which they were made: the same for every run, whatever happened to the product on the way.
 */
export async function play({
  site,
  stories: chosen = stories,
  onStep = () => undefined,
  beforeStep = () => undefined,
}: PlayOptions): Promise<readonly string[]> {
  const city = new City(site, beforeStep);
  const timetable = new Timetable((at) => city.moveTo(at));
  const told = new Map<string, string[]>(chosen.map(({ code }) => [code, []]));
  const hear = (step: PlayedStep): void => {
    const { story, who, what, due } = step;
    told.get(story)?.push([story, who.en, what.en, due ?? ''].join(' | '));
    onStep(step);
  };
  await timetable.play(
    chosen.map((story) => (until) => story.play(new Stage(city, story.code, until, hear))),
  );
  return [...told.values()].flat();
}
