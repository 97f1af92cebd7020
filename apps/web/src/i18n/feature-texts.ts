import type { Language } from './language.js';

type Texts = Readonly<Record<string, unknown>>;
type Load = Readonly<Record<Language, () => Promise<Texts>>>;

/** Texts that only the pages of one feature show: fetched with the first of them, in the language of the reader. */
export const featureTexts = {
  calendars: { zh: () => import('./zh/calendars.js'), en: () => import('./en/calendars.js') },
  clocks: { zh: () => import('./zh/clocks.js'), en: () => import('./en/clocks.js') },
  definitions: {
    zh: () => import('./zh/definitions.js'),
    en: () => import('./en/definitions.js'),
  },
  emergencies: { zh: () => import('./zh/emergencies.js'), en: () => import('./en/emergencies.js') },
  intake: { zh: () => import('./zh/intake.js'), en: () => import('./en/intake.js') },
  ladders: { zh: () => import('./zh/ladders.js'), en: () => import('./en/ladders.js') },
  migrations: { zh: () => import('./zh/migrations.js'), en: () => import('./en/migrations.js') },
  notifications: {
    zh: () => import('./zh/notifications.js'),
    en: () => import('./en/notifications.js'),
  },
  noticePreferences: {
    zh: () => import('./zh/notice-preferences.js'),
    en: () => import('./en/notice-preferences.js'),
  },
  operations: { zh: () => import('./zh/operations.js'), en: () => import('./en/operations.js') },
  orders: { zh: () => import('./zh/orders.js'), en: () => import('./en/orders.js') },
  portal: { zh: () => import('./zh/portal.js'), en: () => import('./en/portal.js') },
  templates: { zh: () => import('./zh/templates.js'), en: () => import('./en/templates.js') },
  team: { zh: () => import('./zh/team.js'), en: () => import('./en/team.js') },
  trail: { zh: () => import('./zh/trail.js'), en: () => import('./en/trail.js') },
  scorecards: { zh: () => import('./zh/scorecards.js'), en: () => import('./en/scorecards.js') },
} as const satisfies Readonly<Record<string, Load>>;

export type FeatureTexts = keyof typeof featureTexts;
