import type { CalendarPlace } from '@lianban/contracts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';

interface PlaceSelectProps {
  readonly places: readonly CalendarPlace[];
  readonly value: string | undefined;
  /** What stands for no place at all. */
  readonly none: string;
  readonly label: string;
  readonly onChange: (place: CalendarPlace | undefined) => void;
}

/** Districts and offices by layer, found by typing. */
export function PlaceSelect({ places, value, none, label, onChange }: PlaceSelectProps) {
  const { t } = useTranslation();
  const text = useText2();
  const layers = [...new Set(places.map(({ layer }) => layer))];
  return (
    <Select
      className="place-select"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      value={value ?? ''}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: none },
        ...layers.map((layer) => ({
          label: t(`calendars.layer.${layer}`),
          options: places
            .filter((place) => place.layer === layer)
            .map((place) => ({ value: place.code, label: text(place.name) })),
        })),
      ]}
      onChange={(code: string) => onChange(places.find((place) => place.code === code))}
    />
  );
}
