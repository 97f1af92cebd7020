import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, isProblem, wordsOfPlace } from '../app/problem.js';
import type { Language } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';

/** The words for an error: what happened and what to do; the server's own words where we have none. */
export function useProblemText(): (error: unknown) => { readonly title: string; readonly advice: string } {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!isProblem(error))
      return { title: t('problems.unexpected.title'), advice: t('problems.unexpected.advice') };
    const key = `problems.${error.code.replaceAll('.', '_')}`;
    const title = i18n.exists(`${key}.title`) ? t(`${key}.title`) : error.message;
    const own = i18n.exists(`${key}.advice`) ? t(`${key}.advice`) : '';
    return { title, advice: own || (error.detail === title ? '' : error.detail) };
  };
}

/** A field nobody marks beside its input is named here. */
const placed = (place: ApiProblem['errors'][number], language: Language): string =>
  [place.path, wordsOfPlace(place, language)].filter(Boolean).join(' · ');

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Its places in the reader's words; none where the fields themselves say them. */
  readonly items?: readonly string[];
}

export function ProblemAlert({ error, onRetry, items: own }: ProblemAlertProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, advice } = useProblemText()(error);
  const items = own ?? (isProblem(error) ? error.errors.map((place) => placed(place, language)) : []);
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={title}
      description={
        advice === '' && items.length === 0 ? undefined : (
          <>
            {advice}
            {items.length > 0 && (
              <ul className="problem-items">
                {items.slice(0, 12).map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
      action={
        onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )
      }
    />
  );
}
