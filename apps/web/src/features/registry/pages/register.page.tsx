import { Form } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../../app/problem.js';
import { useSession } from '../../../app/session.js';
import { Blank } from '../../../ui/blank.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRegister } from '../api/institutions.js';
import { Registered } from '../components/registered.js';
import { RegistrationFields } from '../components/registration-fields.js';
import {
  authoritiesOf,
  problemsOfServer,
  requestOf,
  type FieldProblem,
  type RegistrationFields as Fields,
} from '../registration-form.js';
import '../components/registry.css';

export default function RegisterPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const [form] = Form.useForm<Fields>();
  const register = useRegister();
  const isSent = useRef(false);
  const authorities = authoritiesOf(session?.offices ?? []);

  const show = (problems: readonly FieldProblem[]): void => {
    form.setFields(
      problems.map(({ field, word, count }) => ({
        name: field === 'registeredAt' ? 'registeredOn' : field,
        errors: [t(`registry.problem.${word}`, { count })],
      })),
    );
    const [first] = problems;
    if (first !== undefined) form.focusField(first.field === 'registeredAt' ? 'registeredOn' : first.field);
  };

  const submit = (): void => {
    // The second half of a double click comes before the button is drawn as busy.
    if (isSent.current) return;
    const answer = requestOf(form.getFieldsValue(true));
    if ('problems' in answer) return show(answer.problems);
    isSent.current = true;
    register.mutate(answer.request, {
      onError: (error) => isProblem(error) && show(problemsOfServer(error.errors)),
      onSettled: () => {
        isSent.current = false;
      },
    });
  };

  const another = (): void => {
    form.resetFields();
    register.reset();
  };

  return (
    <Page
      title={t('registry.form.title')}
      lead={
        <>
          <Link to="/registry">{t('registry.back')}</Link> · {t('registry.form.lead')}
        </>
      }
    >
      <section className="panel registration-panel">
        {authorities.size === 0 ? (
          <Blank title={t('registry.form.noOffice')}>
            <p>{t('registry.form.noOfficeNext')}</p>
          </Blank>
        ) : register.data === undefined ? (
          <>
            {register.error !== null && <RegisterProblem error={register.error} />}
            <RegistrationFields
              form={form}
              authorities={authorities}
              isPending={register.isPending}
              onSubmit={submit}
            />
          </>
        ) : (
          <Registered institution={register.data} onAnother={another} />
        )}
      </section>
    </Page>
  );
}

/** The fields say what is wrong with each; the alert says what happened. */
function RegisterProblem({ error }: { readonly error: Error }) {
  return (
    <div className="registration-problem">
      <ProblemAlert error={error} items={[]} />
    </div>
  );
}
