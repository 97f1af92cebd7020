import type { PortalView } from '@lianban/contracts';
import { App, Button } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isProblem } from '../../../app/problem.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { DraftState } from '../../tasks/components/draft-keeper.js';
import type { FormHandle } from '../../tasks/forms/form-view.js';
import { useSubmit, type FilingForm as Form, type FormPair, type PortalAct } from '../api/portal.js';
import {
  materialsIn,
  materialsOfFiling,
  stillMissing,
  type AskedMaterial,
  type Material,
} from '../materials.js';
import { fieldProblems } from '../field-problems.js';
import { MaterialUploads } from './material-uploads.js';
import { begunSupplement, forgetSupplement, useFilingDraft } from './use-filing-draft.js';
import { useMaterialName } from './use-material-name.js';
import { useUploads } from './use-uploads.js';
import './filing-form.css';

const FormView = lazy(() => import('../../tasks/forms/form-view.js'));

interface FilingFormProps {
  readonly act: PortalAct;
  readonly view: PortalView;
  readonly schema: FormPair;
}

/** The form of the pack and the uploads beside it; kept all the time, sent once and only after a look back. */
export function FilingForm({ act, view, schema }: FilingFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const materialName = useMaterialName();
  const text = (key: string): string => t(`portal.${act === 'file' ? 'filing' : 'supplement'}.${key}`);
  const filingId = view.filing?.id;
  const [begun] = useState<Form>(() =>
    act === 'file' ? (view.filing?.form ?? {}) : begunSupplement(filingId ?? ''),
  );
  const [{ materials: _kept, ...initial }] = useState(begun);
  const values = useRef<Form>(initial);
  const given = useRef(materialsIn(begun));
  const [materials, setMaterials] = useState(given.current);
  const [mealsProvided, setMealsProvided] = useState(initial['mealsProvided'] === true);
  const [isChecked, setChecked] = useState(false);
  const form = useRef<FormHandle>(null);
  const { state, keeper } = useFilingDraft(act, filingId);
  const submit = useSubmit(act);

  const whole = (): Form => ({ ...values.current, materials: given.current });
  const keep = (): void => {
    // What is being sent, or was, is a draft no more.
    if (!submit.isPending && !submit.isSuccess) keeper.keep(whole());
  };
  const changeMaterials = (next: readonly Material[]): void => {
    given.current = next;
    setMaterials(next);
    keep();
  };
  const uploads = useUploads((material) => changeMaterials([...given.current, material]));
  const asked: readonly AskedMaterial[] =
    act === 'file'
      ? materialsOfFiling(mealsProvided)
      : view.missing.map(({ item }) => ({ kind: item, isRequired: true }));
  const missing = stillMissing(asked, materials);
  const problems = useMemo(() => fieldProblems(submit.error, t), [submit.error, t]);

  const send = async (): Promise<void> => {
    keeper.drop();
    try {
      await submit.mutateAsync(whole());
    } catch (failure) {
      keeper.keep(whole());
      if (isProblem(failure, 'PORTAL.FORM_INVALID')) form.current?.focusFirstError();
      return;
    }
    if (act === 'supplement') forgetSupplement(filingId ?? '');
    void message.success(text('done'));
    void navigate('/portal');
  };

  const ask = (): void => {
    setChecked(true);
    const { values: read, valid } = form.current?.read() ?? { values: {}, valid: false };
    values.current = read;
    if (!valid) return form.current?.focusFirstError();
    modal.confirm({
      title: text('confirmTitle'),
      content: (
        <>
          <p>{text('confirm')}</p>
          {missing.length > 0 && (
            <p className="material-problem">
              {t('portal.confirmMissing', {
                count: missing.length,
                items: missing.map(materialName).join(t('portal.comma')),
              })}
            </p>
          )}
        </>
      ),
      okText: t('portal.confirmSend'),
      cancelText: t('portal.check'),
      onOk: send,
    });
  };

  const reason = view.missing.find((item) => item.reason !== undefined)?.reason;
  const fields = (
    <section key="fields" className="panel" aria-label={text('form')}>
      <Suspense fallback={<Loading rows={6} />}>
        <FormView
          schema={schema}
          initial={initial}
          readOnly={submit.isPending}
          problems={problems}
          handle={form}
          onChange={(next) => {
            values.current = next;
            setMealsProvided(next['mealsProvided'] === true);
            keep();
          }}
        />
      </Suspense>
    </section>
  );
  const materialsAsked = (
    <section key="materials" className="panel">
      <h2>{text('materials')}</h2>
      {reason !== undefined && <p>{t('portal.reason', { reason })}</p>}
      <p className="quiet">{text('materialsLead')}</p>
      <MaterialUploads
        asked={asked}
        given={materials}
        uploads={uploads}
        nameOf={materialName}
        marked={isChecked ? missing : []}
        onRemove={(gone) => changeMaterials(given.current.filter(({ fileId }) => fileId !== gone.fileId))}
      />
    </section>
  );

  return (
    <div className="filing">
      {act === 'file' ? [fields, materialsAsked] : [materialsAsked, fields]}
      {submit.error !== null && <ProblemAlert error={submit.error} items={[]} />}
      <div className="filing-foot">
        <Button
          type="primary"
          size="large"
          loading={submit.isPending}
          disabled={uploads.isBusy}
          onClick={ask}
        >
          {text('submit')}
        </Button>
        <DraftNote state={state} />
        {isChecked && missing.length > 0 && (
          <span className="material-problem">{t('portal.missingMaterials', { count: missing.length })}</span>
        )}
      </div>
    </div>
  );
}

function DraftNote({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation();
  if (state === 'clean') return null;
  return (
    <span className={state === 'failed' ? 'material-problem' : 'quiet'} role="status">
      {t(`portal.draft.${state}`)}
    </span>
  );
}
