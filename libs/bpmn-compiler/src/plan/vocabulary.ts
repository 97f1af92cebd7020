/** The words our extension attributes may take. A word outside of its list is refused, never read as another one. */
export const LEVELS = ['city', 'county', 'township', 'village', 'external', 'system'] as const;
export const ROLES = ['inspection', 'support', 'lead'] as const;
export const UNITS = ['working_day', 'calendar_day', 'hour', 'working_hour', 'month'] as const;
export const LAST_DAYS = ['rolls', 'stands'] as const;
export const CLOCK_KINDS = ['statutory', 'promised', 'internal'] as const;
export const SCOPES = ['unit', 'case'] as const;
export const SERVICE_KINDS = ['local', 'conductor'] as const;
export const STOP_ACTIONS = ['stop', 'resume'] as const;
export const EARLY = ['refused'] as const;
export const REACHES = ['case', 'everywhere'] as const;
export const SIGNING_MODES = ['all', 'any', 'ratio', 'sequence'] as const;
export const RETURN_WAYS = ['walk-again', 'come-back'] as const;
