/** What the reviews of one stop are known by in `due`: the clock and the ground. */
export const stopRef = (clockId: string, ground: string): string => `stop:${clockId}:${ground}`;
