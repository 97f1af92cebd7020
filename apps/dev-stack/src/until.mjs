/**
 * Waits for a condition.
 * @template T
 * @param {() => Promise<T | undefined | false> | T | undefined | false} condition
 * @param {number} millis at most
 * @param {number} [pause] between two looks
 * @returns {Promise<T | undefined>} undefined when the time is over
 */
export async function until(condition, millis, pause = 50) {
  const end = Date.now() + millis;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() >= end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
