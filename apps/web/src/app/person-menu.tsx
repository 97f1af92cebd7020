import type { SessionView } from '@lianban/contracts';
import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../i18n/use-language.js';
import { setShortcutsOn, useShortcutsOn } from './shortcuts.js';
import { useSignOut } from './session.js';

export function PersonMenu({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const text = useText2();
  const signOut = useSignOut();
  const shortcutsOn = useShortcutsOn();
  const name = text(session.user.name);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: `${session.user.username} · ${session.roles.map((role) => t(`app.role.${role}`)).join(' · ')}`,
          },
          ...(session.roles.includes('institution')
            ? []
            : [{ key: 'notices', label: <Link to="/me/notices">{t('app.noticeSettings')}</Link> }]),
          {
            key: 'keys',
            label: shortcutsOn ? t('app.shortcutsOff') : t('app.shortcutsOn'),
            onClick: () => setShortcutsOn(!shortcutsOn),
          },
          { type: 'divider' },
          { key: 'out', label: t('app.signOut'), onClick: () => signOut.mutate() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('app.person', { name })}>
        <span className="person-name">{name}</span>
      </Button>
    </Dropdown>
  );
}
