import { Form, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useDefinitions } from '../../definitions/api/definitions.js';

interface VersionSelectProps {
  /** The version the cases run on; another one of its process is chosen. */
  readonly from: string;
  readonly value: string | undefined;
  readonly isMissing: boolean;
  readonly onChange: (definitionId: string) => void;
}

export function VersionSelect({ from, value, isMissing, onChange }: VersionSelectProps) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const id = useId();
  const { data: rows = [] } = useDefinitions();
  const own = rows.find((row) => row.id === from);
  const others = rows.filter((row) => row.key === own?.key && row.id !== from);
  if (own !== undefined && others.length === 0) return <p className="quiet">{t('migrations.none')}</p>;
  return (
    <Form.Item
      label={t('migrations.version')}
      htmlFor={id}
      required
      {...(isMissing ? { validateStatus: 'error' as const, help: t('migrations.versionNeeded') } : {})}
    >
      <Select
        id={id}
        value={value ?? null}
        onChange={(next: string) => onChange(next)}
        options={others.map((row) => ({
          value: row.id,
          label: t('migrations.versionNo', { no: row.version, at: dateTime(row.publishedAt) }),
        }))}
      />
    </Form.Item>
  );
}
