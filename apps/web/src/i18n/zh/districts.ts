export const districts = {};
