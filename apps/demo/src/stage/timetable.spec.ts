import { Timetable, type Until } from './timetable.js';

/** A timetable on a clock of its own, and what happened in which order. */
const scene = (): { readonly log: string[]; readonly timetable: Timetable } => {
  const log: string[] = [];
  return { log, timetable: new Timetable((at) => Promise.resolve(void log.push(`time ${at}`))) };
};

const story =
  (log: string[], name: string, minutes: readonly string[]) =>
  async (until: Until): Promise<void> => {
    log.push(`${name} begins`);
    for (const at of minutes) {
      await until(at);
      await Promise.resolve();
      log.push(`${name} at ${at}`);
    }
  };

describe('a timetable', () => {
  it('moves time to the earliest minute that a story waits for, one story at a time', async () => {
    const { log, timetable } = scene();
    await timetable.play([story(log, 'a', ['1', '4']), story(log, 'b', ['2', '3']), story(log, 'c', [])]);
    expect(log).toEqual([
      'a begins',
      'b begins',
      'c begins',
      'time 1',
      'a at 1',
      'time 2',
      'b at 2',
      'time 3',
      'b at 3',
      'time 4',
      'a at 4',
    ]);
  });

  it('lets those go on first that came first to wait for a minute', async () => {
    const { log, timetable } = scene();
    await timetable.play([story(log, 'a', ['2']), story(log, 'b', ['1', '2'])]);
    expect(log.slice(-4)).toEqual(['time 2', 'a at 2', 'time 2', 'b at 2']);
  });

  it('ends with the first story that fails, at once', async () => {
    const { log, timetable } = scene();
    const failing = async (until: Until): Promise<void> => {
      await until('2');
      throw new Error('not so');
    };
    await expect(timetable.play([story(log, 'a', ['1', '3']), failing])).rejects.toThrow('not so');
    expect(log).not.toContain('a at 3');
  });
});
