import { ExperimentOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoAct } from './demo-act.js';
import './demo.css';

const DemoDialog = lazy(() => import('./demo-dialog.js'));

/** In a demo: make something happen now, and be told where to look. */
export function DemoActs() {
  const { t } = useTranslation();
  const [act, setAct] = useState<DemoAct>();
  const [isOpen, setOpen] = useState(false);
  const start = (next: DemoAct): void => {
    setAct(next);
    setOpen(true);
  };
  return (
    <>
      <span className="demo-acts">
        <Button type="primary" ghost icon={<ExperimentOutlined />} onClick={() => start('simulate')}>
          {t('demo.simulate')}
        </Button>
        <Button onClick={() => start('prepare')}>{t('demo.prepare')}</Button>
      </span>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['simulate', 'prepare'] as const).map((key) => ({
            key,
            label: t(`demo.${key}`),
            onClick: () => start(key),
          })),
        }}
      >
        <Button className="demo-menu" type="primary" ghost icon={<ExperimentOutlined />}>
          {t('demo.menu')}
        </Button>
      </Dropdown>
      <Suspense>
        {act !== undefined && <DemoDialog act={act} isOpen={isOpen} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
