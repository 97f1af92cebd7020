import type { DemoLogin, SignInRequest } from '@lianban/contracts';
import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

interface DemoCardsProps {
  readonly logins: readonly DemoLogin[];
  readonly isPending: boolean;
  readonly onSignIn: (request: SignInRequest) => void;
}

/** One card per role of the demo: one click and one is in. */
export function DemoCards({ logins, isPending, onSignIn }: DemoCardsProps) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <section className="demo-cards" aria-labelledby="demo-cards-title">
      <h2 id="demo-cards-title">{t('session.demoTitle')}</h2>
      <p className="quiet">{t('session.demoLead', { password: logins[0]?.password ?? '' })}</p>
      <ul>
        {logins.map(({ username, password, role, name, does }) => (
          <li key={username}>
            <button type="button" disabled={isPending} onClick={() => onSignIn({ username, password })}>
              <span className="demo-card-role">{t(`app.role.${role}`)}</span>
              <span className="demo-card-name">{text(name)}</span>
              <span className="demo-card-does">{text(does)}</span>
              <span className="demo-card-user">{username}</span>
              <ArrowRightOutlined className="demo-card-go" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
