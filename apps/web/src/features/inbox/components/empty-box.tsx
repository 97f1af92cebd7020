import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Blank } from '../../../ui/blank.js';
import type { InboxView } from '../api/inbox-queries.js';

interface EmptyBoxProps {
  readonly view: InboxView;
  readonly onChange: (change: Partial<InboxView>) => void;
}

/** An empty box says the next sensible act. */
export function EmptyBox({ view, onChange }: EmptyBoxProps) {
  const { t } = useTranslation();
  if (view.q !== '' || view.overdue || view.office !== '') {
    return (
      <Blank title={t('inbox.empty.filtered')}>
        <p>{t('inbox.empty.filteredNext')}</p>
        <Button onClick={() => onChange({ q: '', overdue: false, office: '' })}>
          {t('inbox.empty.clear')}
        </Button>
      </Blank>
    );
  }
  return (
    <Blank title={t(`inbox.empty.${view.box}`)}>
      <p>{t(`inbox.empty.${view.box}Next`)}</p>
      {view.box === 'office' ? (
        <Link to="/cases">{t('inbox.empty.toCases')}</Link>
      ) : (
        <Button onClick={() => onChange({ box: 'office' })}>{t('inbox.empty.toOffice')}</Button>
      )}
    </Blank>
  );
}
