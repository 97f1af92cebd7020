import type { InstitutionRow } from '@lianban/contracts';
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

interface RegisteredProps {
  readonly institution: InstitutionRow;
  readonly onAnother: () => void;
}

/** What follows from a registration, and where to see it. */
export function Registered({ institution, onAnother }: RegisteredProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name, uscc, kind } = institution;
  return (
    <div role="status">
      <Result
        status="success"
        title={t('registry.form.done', { name })}
        subTitle={
          <>
            <p>{t(kind === 'nursery-class' ? 'registry.form.nurseryNote' : 'registry.form.doneNext')}</p>
            <p>{t('registry.form.doneAccount', { uscc })}</p>
          </>
        }
        extra={
          <>
            <Button type="primary" onClick={() => void navigate(`/registry?q=${uscc}`)}>
              {t('registry.form.see')}
            </Button>
            <Button onClick={onAnother}>{t('registry.form.again')}</Button>
          </>
        }
      />
    </div>
  );
}
