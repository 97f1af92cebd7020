export const supervision = {};
