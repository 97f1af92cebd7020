import { Form, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useVersions } from '../api/migrations.js';

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
  const { data } = useVersions(from);
  if (data?.own !== undefined && data.others.length === 0)
    return <p className="quiet">{t('migrations.none')}</p>;
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
        options={(data?.others ?? []).map((row) => ({
          value: row.id,
          label: t('migrations.versionNo', { no: row.version, at: dateTime(row.publishedAt) }),
        }))}
      />
    </Form.Item>
  );
}
