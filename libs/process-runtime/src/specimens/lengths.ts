/** How many generated models a property is held against: `npm run verify:long` takes its time. */
export const MODELS = process.env['LIANBAN_LONG'] === '1' ? 5_000 : 200;

/** For one property, in milliseconds. */
export const PATIENCE = process.env['LIANBAN_LONG'] === '1' ? 20 * 60_000 : 60_000;
