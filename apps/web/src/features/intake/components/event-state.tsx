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

type Settled = Pick<InboundEventView, 'state' | 'reason'>;

/** Left alone by the router, as an event of our own that nobody waits for; no person put it aside. */
const isUnneeded = ({ state, reason }: Settled): boolean =>
  state === 'ignored' && reason === 'INTAKE.NO_SUBSCRIBER';

export function EventState({ of }: { readonly of: Settled }) {
  const { t } = useTranslation();
  const Icon = icons[of.state];
  return (
    <span className={`event-state is-${of.state}`}>
      <Icon />
      {t(`intake.state.${isUnneeded(of) ? 'unneeded' : of.state}`)}
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
