import type { FailedDelivery } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';

/** Why a delivery failed, in the reader's words where the cause is known; beside it what the other side said. */
export function FailureWords({ cause, failure }: Partial<Pick<FailedDelivery, 'cause' | 'failure'>>) {
  const { t } = useTranslation();
  return (
    <>
      {cause !== undefined && <>{t(`noticePreferences.cause.${cause}`)} </>}
      <span className="num quiet" lang="en">
        {failure}
      </span>
    </>
  );
}
