import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useIsPhone } from '../../../ui/use-media.js';
import { useInboundEvent, type EventAddress } from '../api/intake.js';
import { EventDetail } from './event-detail.js';

interface EventDrawerProps {
  readonly address: EventAddress;
  readonly onClose: () => void;
}

export function EventDrawer({ address, onClose }: EventDrawerProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { data, error, refetch } = useInboundEvent(address);
  return (
    <Drawer open onClose={onClose} size={isPhone ? '100%' : 620} title={t('intake.event')}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <EventDetail event={data} />}
    </Drawer>
  );
}
