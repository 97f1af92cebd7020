import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Blank } from '../ui/blank.js';
import { usePageTitle } from '../ui/page.js';

export default function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('app.notFound'));
  return (
    <Blank title={t('app.notFound')}>
      <p>{t('app.notFoundNext')}</p>
      <Link to="/">{t('app.home')}</Link>
    </Blank>
  );
}
