import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../app/problem.js';

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

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Its places in the reader's words; none where the fields themselves say them. */
  readonly items?: readonly string[];
}

export function ProblemAlert({ error, onRetry, items: own }: ProblemAlertProps) {
  const { t } = useTranslation();
  const { title, advice } = useProblemText()(error);
  const items = own ?? (isProblem(error) ? error.errors.map(({ message }) => message) : []);
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
