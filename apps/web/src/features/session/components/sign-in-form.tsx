import type { SignInRequest } from '@lianban/contracts';
import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface SignInFormProps {
  readonly isPending: boolean;
  readonly onSignIn: (request: SignInRequest) => void;
}

/** Plain fields of the browser: whoever signs in downloads none of the form library. */
export function SignInForm({ isPending, onSignIn }: SignInFormProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const nameMissing = isChecked && username.trim() === '';
  const passwordMissing = isChecked && password === '';

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setChecked(true);
    const first = username.trim() === '' ? 'username' : password === '' ? 'password' : undefined;
    if (first === undefined) onSignIn({ username: username.trim(), password });
    else document.getElementById(`sign-in-${first}`)?.focus();
  };

  return (
    <form className="sign-in-form" noValidate onSubmit={submit}>
      <label htmlFor="sign-in-username">{t('session.username')}</label>
      <input
        id="sign-in-username"
        className="sign-in-field"
        autoFocus
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        value={username}
        aria-invalid={nameMissing}
        aria-describedby="sign-in-username-note"
        onChange={(event) => setUsername(event.target.value)}
      />
      <p id="sign-in-username-note" className={nameMissing ? 'field-wrong' : 'field-note'}>
        {nameMissing ? t('session.usernameMissing') : t('session.usernameHint')}
      </p>
      <label htmlFor="sign-in-password">{t('session.password')}</label>
      <span className="sign-in-password">
        <input
          id="sign-in-password"
          className="sign-in-field"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          maxLength={200}
          value={password}
          aria-invalid={passwordMissing}
          aria-describedby="sign-in-password-note"
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button
          type="text"
          icon={isShown ? <EyeOutlined /> : <EyeInvisibleOutlined />}
          aria-label={t(isShown ? 'session.hide' : 'session.show')}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      </span>
      <p id="sign-in-password-note" className="field-wrong">
        {passwordMissing ? t('session.passwordMissing') : ''}
      </p>
      <Button type="primary" size="large" block htmlType="submit" loading={isPending}>
        {t('session.submit')}
      </Button>
    </form>
  );
}
