/** The ground under which a suspension stops clocks: apart from a stop of the process on the same ground. */
export const suspensionStop = (ground: string): string => `suspended:${ground}`;
