import i18next from 'i18next';
import type { Locale } from 'antd/es/locale';
import { initReactI18next } from 'react-i18next';
import { featureTexts, type FeatureTexts } from './feature-texts.js';
import { currentLanguage, rememberLanguage, type Language } from './language.js';

interface Pack {
  readonly texts: Readonly<Record<string, unknown>>;
  readonly antd: Locale;
}

/** A reader of one language never downloads the other. */
const load: Readonly<Record<Language, () => Promise<Pack>>> = {
  zh: async () => {
    const [{ zh }, { default: antd }] = await Promise.all([
      import('./zh/index.js'),
      import('antd/es/locale/zh_CN'),
    ]);
    return { texts: zh, antd };
  },
  en: async () => {
    const [{ en }, { default: antd }] = await Promise.all([
      import('./en/index.js'),
      import('antd/es/locale/en_US'),
    ]);
    return { texts: en, antd };
  },
};

const antdLocales = new Map<Language, Locale>();

/** Features of which a page was opened: a switch of the language fetches their texts too. */
const opened = new Set<FeatureTexts>();

async function ready(language: Language): Promise<void> {
  const base = async (): Promise<void> => {
    if (antdLocales.has(language)) return;
    const pack = await load[language]();
    i18next.addResourceBundle(language, 'translation', pack.texts);
    antdLocales.set(language, pack.antd);
  };
  await Promise.all([base(), ...[...opened].map((feature) => addTexts(feature, language))]);
}

async function addTexts(feature: FeatureTexts, language: Language): Promise<void> {
  if (i18next.exists(feature, { lng: language, returnObjects: true })) return;
  const texts: Readonly<Record<string, unknown>> = { ...(await featureTexts[feature][language]()) };
  i18next.addResourceBundle(language, 'translation', { [feature]: texts[feature] }, true);
}

/** Before a page of these features is shown. */
export async function openTexts(features: readonly FeatureTexts[]): Promise<void> {
  for (const feature of features) opened.add(feature);
  await Promise.all(features.map((feature) => addTexts(feature, currentLanguage())));
}

export const antdLocale = (language: Language): Locale | undefined => antdLocales.get(language);

export async function startI18n(): Promise<void> {
  const language = currentLanguage();
  rememberLanguage(language);
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await ready(language);
  await i18next.changeLanguage(language);
}

/** The texts come first and the switch second, so that no screen ever shows keys or loses what was typed. */
export async function switchLanguage(language: Language): Promise<void> {
  await ready(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
