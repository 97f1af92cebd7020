import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { FeatureTexts } from '../i18n/feature-texts.js';
import { openTexts } from '../i18n/index.js';

/** A page that is fetched when it is opened, with the texts of its features. */
export const pageWithTexts = <Props extends object>(
  features: readonly FeatureTexts[],
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    const [page] = await Promise.all([load(), openTexts(features)]);
    return page;
  });
