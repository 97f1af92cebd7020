import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { readObject, type Manifest } from '../pack-files.js';

export interface ManifestFields {
  readonly pack: string;
  readonly complete: boolean;
  readonly noteZh: string;
  readonly noteEn: string;
  /** JSON text, as typed. */
  readonly parameters: string;
}

export const fieldsOf = (manifest: Manifest, pack: string): ManifestFields => ({
  pack: manifest.pack ?? pack,
  complete: manifest.complete ?? true,
  noteZh: manifest.incompleteNote?.zh ?? '',
  noteEn: manifest.incompleteNote?.en ?? '',
  parameters: JSON.stringify(manifest.parameters ?? {}, null, 2),
});

const slug = /^[a-z0-9][a-z0-9._:-]{0,119}$/i;

/** Which fields keep the process from being published. */
export const faultsOf = (fields: ManifestFields): ReadonlySet<keyof ManifestFields> =>
  new Set([
    ...(slug.test(fields.pack.trim()) ? [] : (['pack'] as const)),
    ...(fields.complete || fields.noteZh.trim() !== '' ? [] : (['noteZh'] as const)),
    ...(fields.complete || fields.noteEn.trim() !== '' ? [] : (['noteEn'] as const)),
    ...(readObject(fields.parameters) === undefined ? (['parameters'] as const) : []),
  ]);

export const manifestOf = (fields: ManifestFields) => ({
  pack: fields.pack.trim(),
  complete: fields.complete,
  parameters: readObject(fields.parameters) ?? {},
  ...(fields.complete ? {} : { incompleteNote: { zh: fields.noteZh.trim(), en: fields.noteEn.trim() } }),
});

interface ManifestFormProps {
  readonly fields: ManifestFields;
  /** Shown once publishing was tried. */
  readonly faults: ReadonlySet<keyof ManifestFields>;
  readonly onChange: (fields: ManifestFields) => void;
}

export function ManifestForm({ fields, faults, onChange }: ManifestFormProps) {
  const { t } = useTranslation();
  const set = (change: Partial<ManifestFields>): void => onChange({ ...fields, ...change });
  const item = (name: keyof ManifestFields, help: string) => ({
    label: t(`definitions.manifest.${name}`),
    htmlFor: `manifest-${name}`,
    ...(faults.has(name) ? { validateStatus: 'error' as const, help } : {}),
  });
  return (
    <Form layout="vertical" component="div" className="manifest-form">
      <Form.Item {...item('pack', t('definitions.packInvalid'))}>
        <Input
          id="manifest-pack"
          value={fields.pack}
          onChange={({ target }) => set({ pack: target.value })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox checked={fields.complete} onChange={({ target }) => set({ complete: target.checked })}>
          {t('definitions.manifest.complete')}
        </Checkbox>
      </Form.Item>
      {!fields.complete && (
        <>
          <Form.Item {...item('noteZh', t('definitions.noteNeeded'))}>
            <Input
              id="manifest-noteZh"
              lang="zh-CN"
              value={fields.noteZh}
              maxLength={500}
              onChange={({ target }) => set({ noteZh: target.value })}
            />
          </Form.Item>
          <Form.Item {...item('noteEn', t('definitions.noteNeeded'))}>
            <Input
              id="manifest-noteEn"
              lang="en"
              value={fields.noteEn}
              maxLength={500}
              onChange={({ target }) => set({ noteEn: target.value })}
            />
          </Form.Item>
        </>
      )}
      <Form.Item {...item('parameters', t('definitions.parametersInvalid'))}>
        <Input.TextArea
          id="manifest-parameters"
          className="code"
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={fields.parameters}
          onChange={({ target }) => set({ parameters: target.value })}
        />
      </Form.Item>
    </Form>
  );
}
