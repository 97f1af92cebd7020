import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['j', 'k'], 'move'],
  [['Enter'], 'open'],
  [['c'], 'claim'],
  [['n'], 'next'],
  [['/'], 'search'],
  [['?'], 'help'],
  [['Esc'], 'close'],
];

export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={open} title={t('inbox.helpTitle')} footer={null} onCancel={onClose} destroyOnHidden>
      <dl className="key-help">
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`inbox.key.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('inbox.helpOff')}</p>
    </Modal>
  );
}
