export const definitions = {};
