/** Calls to other departments' systems that a conductor can perform; a definition names them. */
export const CONDUCTOR_OPERATIONS = ['push-registration', 'publish-filing'] as const;

export type ConductorOperation = (typeof CONDUCTOR_OPERATIONS)[number];
