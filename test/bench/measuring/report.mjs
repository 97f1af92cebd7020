/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Prints figures and remembers which must was missed. */
export class Report {
  #missed = 0;

  /** @param {string} text */
  line(text) {
    console.log(text);
  }

  /**
   * @param {string} name
   * @param {number} value
   * @param {{must?: number, goal?: number, unit?: string, digits?: number, more?: string}} [limits] most it may be
   */
  figure(name, value, { must, goal, unit = '', digits = 2, more = '' } = {}) {
    const shown = `${value.toFixed(digits)}${unit && ` ${unit}`}`;
    const judged =
      must === undefined
        ? ''
        : value <= must
          ? `must ≤ ${must}: met${must > 0 ? `, ${(value / must).toFixed(2)} of it` : ''}`
          : `must ≤ ${must}: MISSED`;
    const aimed = goal === undefined ? '' : `goal ${goal}: ${value <= goal ? 'met' : 'not yet'}`;
    const notes = [judged, aimed, more].filter((note) => note !== '').join('; ');
    console.log(`  ${name.padEnd(38)} ${shown.padStart(12)}${notes && `   ${notes}`}`);
    if (must !== undefined && !(value <= must)) this.#missed += 1;
  }

  /** Ends the process as the musts say. */
  end() {
    if (this.#missed > 0) console.log(`${this.#missed} must${this.#missed === 1 ? '' : 's'} missed`);
    process.exitCode = this.#missed > 0 ? 1 : 0;
  }
}
