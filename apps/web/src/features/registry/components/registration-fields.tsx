import { Button, Form, Input, Radio, Select, type FormInstance } from 'antd';
import type { RegistrationAuthority } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDistrictName } from '../../../ui/outcome-name.js';
import { typeOfAuthority, type RegistrationFields as Fields } from '../registration-form.js';

interface RegistrationFieldsProps {
  readonly form: FormInstance<Fields>;
  readonly authorities: ReadonlyMap<RegistrationAuthority, readonly string[]>;
  readonly isPending: boolean;
  readonly onSubmit: () => void;
}

/** The fields of a registration. Authority and district are those of the person's own offices. */
export function RegistrationFields({ form, authorities, isPending, onSubmit }: RegistrationFieldsProps) {
  const { t } = useTranslation();
  const districtName = useDistrictName();
  const [first] = authorities;
  const authority = Form.useWatch('registrationAuthority', form) as RegistrationAuthority | undefined;
  const kind = Form.useWatch('kind', form);
  const districts = authorities.get(authority ?? first?.[0] ?? 'market-regulation') ?? [];
  const label = (field: string): string => t(`registry.form.${field}`);
  const text = (field: keyof Fields, max: number, extra?: string) => (
    <Form.Item name={field} label={label(field)} required {...(extra && { extra })}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="registration"
      requiredMark
      scrollToFirstError
      initialValues={{
        kind: 'care-institution',
        registrationAuthority: first?.[0],
        registrationType: first && typeOfAuthority[first[0]],
        district: first?.[1][0],
      }}
      onValuesChange={(changed) => {
        form.setFields(Object.keys(changed).map((name) => ({ name: name as keyof Fields, errors: [] })));
        const next = changed.registrationAuthority as RegistrationAuthority | undefined;
        if (next === undefined) return;
        const [district] = authorities.get(next) ?? [];
        form.setFieldsValue({ registrationType: typeOfAuthority[next], ...(district && { district }) });
      }}
      onFinish={onSubmit}
    >
      <Form.Item name="uscc" label={label('uscc')} required extra={label('usccHint')}>
        <Input maxLength={24} autoFocus autoComplete="off" spellCheck={false} className="num uscc" />
      </Form.Item>
      {text('nameZh', 120)}
      <Form.Item
        name="kind"
        label={label('kind')}
        {...(kind === 'nursery-class' && { extra: label('nurseryNote') })}
      >
        <Radio.Group
          options={['care-institution', 'nursery-class'].map((value) => ({
            value,
            label: t(`registry.kindName.${value}`),
          }))}
        />
      </Form.Item>
      <div className="registration-row">
        <Form.Item name="registrationAuthority" label={label('registrationAuthority')} required>
          <Select
            options={[...authorities.keys()].map((value) => ({
              value,
              label: t(`registry.authorityName.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="registrationType" label={label('registrationType')} required>
          <Select
            options={(['enterprise', 'ngo', 'public'] as const).map((value) => ({
              value,
              label: t(`registry.typeName.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="district" label={label('district')} required>
          <Select options={districts.map((value) => ({ value, label: districtName(value) }))} />
        </Form.Item>
      </div>
      {text('businessScope', 1000, label('businessScopeHint'))}
      {text('address', 200)}
      <div className="registration-row">
        {text('legalRepresentative', 60)}
        {text('certificateNo', 60)}
        <Form.Item name="registeredOn" label={label('registeredAt')} extra={label('registeredAtHint')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={isPending}>
        {label('submit')}
      </Button>
    </Form>
  );
}
