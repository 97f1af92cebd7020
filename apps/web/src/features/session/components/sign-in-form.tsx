import type { SignInRequest } from '@lianban/contracts';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface SignInFormProps {
  readonly isPending: boolean;
  readonly onSignIn: (request: SignInRequest) => void;
}

export function SignInForm({ isPending, onSignIn }: SignInFormProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
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
      <Input
        id="sign-in-username"
        size="large"
        autoFocus
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={80}
        value={username}
        status={nameMissing ? 'error' : ''}
        aria-invalid={nameMissing}
        aria-describedby="sign-in-username-note"
        onChange={(event) => setUsername(event.target.value)}
      />
      <p id="sign-in-username-note" className={nameMissing ? 'field-wrong' : 'field-note'}>
        {nameMissing ? t('session.usernameMissing') : t('session.usernameHint')}
      </p>
      <label htmlFor="sign-in-password">{t('session.password')}</label>
      <Input.Password
        id="sign-in-password"
        size="large"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        status={passwordMissing ? 'error' : ''}
        aria-invalid={passwordMissing}
        aria-describedby="sign-in-password-note"
        onChange={(event) => setPassword(event.target.value)}
      />
      <p id="sign-in-password-note" className="field-wrong">
        {passwordMissing ? t('session.passwordMissing') : ''}
      </p>
      <Button type="primary" size="large" block htmlType="submit" loading={isPending}>
        {t('session.submit')}
      </Button>
    </form>
  );
}
