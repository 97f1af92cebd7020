import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSignIn } from '../../../app/session.js';
import { Brand } from '../../../ui/brand.js';
import { LanguageSwitch } from '../../../ui/language-switch.js';
import { usePageTitle } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDemoLogins } from '../api/demo-logins.js';
import { DemoCards } from '../components/demo-cards.js';
import { SignInForm } from '../components/sign-in-form.js';
import './sign-in.css';

export function SignInPage() {
  const { t } = useTranslation();
  usePageTitle(t('session.signIn'));
  const signIn = useSignIn();
  const logins = useDemoLogins();
  const wantsPage = new URLSearchParams(useLocation().search).has('next');
  const isDemo = (logins.data?.length ?? 0) > 0;
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={isDemo ? 'sign-in-main with-demo' : 'sign-in-main'} aria-busy={logins.isPending}>
        <section className="sign-in-own" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{t('session.lead')}</h1>
          <p className="quiet">{t('session.about')}</p>
          {wantsPage && <p role="status">{t('session.ended')}</p>}
          {signIn.error !== null && <ProblemAlert error={signIn.error} />}
          <SignInForm isPending={signIn.isPending} onSignIn={(request) => signIn.mutate(request)} />
        </section>
        {isDemo && (
          <DemoCards
            logins={logins.data ?? []}
            isPending={signIn.isPending}
            onSignIn={(request) => signIn.mutate(request)}
          />
        )}
      </main>
    </div>
  );
}
