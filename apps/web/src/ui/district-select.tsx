import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { districts } from '../i18n/zh/districts.js';
import { useDistrictName } from './outcome-name.js';

interface DistrictSelectProps {
  readonly value: string | undefined;
  readonly onChange: (district: string | undefined) => void;
}

/** All districts, or one of them. */
export function DistrictSelect({ value, onChange }: DistrictSelectProps) {
  const { t } = useTranslation();
  const name = useDistrictName();
  return (
    <Select
      className="district-select"
      aria-label={t('app.district')}
      value={value ?? ''}
      popupMatchSelectWidth={false}
      options={['', ...Object.keys(districts)].map((code) => ({
        value: code,
        label: code === '' ? t('app.allDistricts') : name(code),
      }))}
      onChange={(code: string) => onChange(code === '' ? undefined : code)}
    />
  );
}
