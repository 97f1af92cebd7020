/** Whether the absence `a` lasts at this moment of business time. */
export const AWAY = `a.from_at <= business_now() AND business_now() < COALESCE(a.ended_at, a.to_at)`;
