import type { RungOffset } from '@lianban/contracts';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';

type Shape =
  | 'breach'
  | 'daysBefore'
  | 'daysAfter'
  | 'share'
  | 'share-left'
  | 'start-minute'
  | 'start-hour'
  | 'due-minute'
  | 'due-hour';
const SHAPES: readonly Shape[] = [
  'daysBefore',
  'share',
  'share-left',
  'breach',
  'daysAfter',
  'start-minute',
  'start-hour',
  'due-minute',
  'due-hour',
];

const shapeOf = (offset: RungOffset): Shape => {
  if (offset.kind === 'working-days') return offset.days < 0 ? 'daysBefore' : 'daysAfter';
  if (offset.kind === 'elapsed') return `${offset.from}-${offset.unit}`;
  return offset.kind;
};

const amountOf = (offset: RungOffset): number => {
  switch (offset.kind) {
    case 'breach':
      return 0;
    case 'working-days':
      return Math.abs(offset.days);
    case 'share':
    case 'share-left':
      return Math.round(offset.share * 100);
    case 'elapsed':
      return offset.amount;
  }
};

const offsetOf = (shape: Shape, amount: number): RungOffset => {
  switch (shape) {
    case 'breach':
      return { kind: 'breach' };
    case 'daysBefore':
      return { kind: 'working-days', days: -(amount || 1) };
    case 'daysAfter':
      return { kind: 'working-days', days: amount };
    case 'share':
    case 'share-left':
      return { kind: shape, share: Math.min(99, amount || 50) / 100 };
    default: {
      const [from, unit] = shape.split('-') as ['start' | 'due', 'minute' | 'hour'];
      return { kind: 'elapsed', amount: Math.round(amount), unit, from };
    }
  }
};

interface OffsetFieldProps {
  readonly level: string;
  readonly value: RungOffset;
  readonly onChange: (offset: RungOffset) => void;
}

export function OffsetField({ level, value, onChange }: OffsetFieldProps) {
  const { t } = useTranslation();
  const shape = shapeOf(value);
  const isDays = shape === 'daysBefore' || shape === 'daysAfter';
  const isShare = shape === 'share' || shape === 'share-left';
  return (
    <div className="rung-offset">
      {shape !== 'breach' && (
        <InputNumber
          aria-label={t('ladders.edit.amount', { level })}
          value={amountOf(value)}
          min={isDays ? 0.5 : 0}
          max={isShare ? 99 : isDays ? 260 : 10_000}
          step={isDays ? 0.5 : 1}
          precision={isDays ? 1 : 0}
          onChange={(amount) => amount !== null && onChange(offsetOf(shape, amount))}
        />
      )}
      <Select<Shape>
        aria-label={t('ladders.edit.at', { level })}
        value={shape}
        popupMatchSelectWidth={false}
        options={SHAPES.map((one) => ({ value: one, label: t(`ladders.edit.shape.${one}`) }))}
        onChange={(next) => onChange(offsetOf(next, amountOf(value)))}
      />
    </div>
  );
}
