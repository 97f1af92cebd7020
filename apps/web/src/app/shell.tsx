import type { SessionView } from '@lianban/contracts';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { DemoActs } from '../features/demo/components/demo-acts.js';
import { NoticeBell } from '../features/notifications/components/notice-bell.js';
import { useText2 } from '../i18n/use-language.js';
import { Brand } from '../ui/brand.js';
import { LanguageSwitch } from '../ui/language-switch.js';
import { useDates, useNow } from './business-clock.js';
import { itemsOf } from './navigation.js';
import { PersonMenu } from './person-menu.js';
import { useFollowedSession } from './session.js';
import { useLiveConnection } from './use-live.js';
import './shell.css';

export function Shell({
  session,
  children,
}: {
  readonly session: SessionView;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isLost = useLiveConnection();
  useFollowedSession();
  useEffect(() => {
    // In braces: scrolling answers with a promise in newer browsers, and an effect may only return its undoing.
    document.getElementById('main')?.scrollTo({ top: 0 });
  }, [pathname.split('/')[1]]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="shell-head">
        <Brand />
        <Whereabouts session={session} />
        {isLost && (
          <span className="shell-lost" role="status">
            {t('app.connectionLost')}
          </span>
        )}
        {session.demo && session.institution === undefined && <DemoActs />}
        {session.institution === undefined && <NoticeBell />}
        <LanguageSwitch />
        <PersonMenu session={session} />
      </header>
      <nav className="shell-nav" aria-label={t('app.navigation')}>
        {itemsOf(session).map(({ path, label, icon: Icon }) => (
          <NavLink key={path} to={path} className={({ isActive }) => (isActive ? 'is-active' : '')}>
            <Icon />
            <span>{t(label)}</span>
          </NavLink>
        ))}
      </nav>
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** For which office somebody works here, and which day it is in office time. */
function Whereabouts({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const now = useNow();
  const [first, ...others] = session.offices;
  const office = session.institution?.name ?? text(first?.name);
  return (
    <p className="shell-where">
      <span className="shell-office">
        {office}
        {others.length > 0 && ` ${t('app.andMoreOffices', { count: others.length })}`}
      </span>
      <time dateTime={now.toISOString()} title={t('app.businessTime')}>
        {dateTime(now.toISOString())}
      </time>
    </p>
  );
}
