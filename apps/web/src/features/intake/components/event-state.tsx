import type { InboundEventView } from '@lianban/contracts';
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import './event-state.css';

const icons = {
  accepted: ClockCircleOutlined,
  routed: CheckCircleOutlined,
  unmatched: ExclamationCircleOutlined,
  ignored: MinusCircleOutlined,
} as const;

export function EventState({ of }: { readonly of: InboundEventView['state'] }) {
  const { t } = useTranslation();
  const Icon = icons[of];
  return (
    <span className={`event-state is-${of}`}>
      <Icon />
      {t(`intake.state.${of}`)}
    </span>
  );
}

/** A reason is a code of the router, or the words of the person who put the event aside. */
export function useReasonText(): (reason: string | undefined) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    if (reason === undefined) return '';
    const key = `intake.reason.${reason.replaceAll('.', '_')}`;
    return i18n.exists(key) ? t(key) : reason;
  };
}
