import type { BulkOperationView } from '@lianban/contracts';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useImpact, useTurnOperation } from '../api/calendars.js';
import { ImpactReport } from './impact-report.js';

/** The operation that applies a published version, while it runs and after. */
export function AppliedPanel({
  operation: id,
  version,
}: {
  readonly operation: string;
  readonly version: string;
}) {
  const { t } = useTranslation();
  const impact = useImpact(id);
  const pages = impact.data?.pages ?? [];
  const operation = pages[0]?.operation;
  return (
    <section className="panel stack" aria-labelledby="calendar-applied">
      <h2 id="calendar-applied">
        {t('calendars.operation.title')} · <span className="num">{version}</span>
      </h2>
      {impact.error !== null && <ProblemAlert error={impact.error} />}
      {operation !== undefined && <Standing operation={operation} />}
      {operation?.state === 'done' && (
        <ImpactReport
          pages={pages}
          heading={t('calendars.operation.moved')}
          onMore={impact.hasNextPage ? () => void impact.fetchNextPage() : undefined}
          isLoadingMore={impact.isFetchingNextPage}
        />
      )}
    </section>
  );
}

function Standing({ operation }: { readonly operation: BulkOperationView }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const turn = useTurnOperation(operation.id);
  const { state, looked, total = 0, changed, failed, notBefore } = operation;
  const act = state === 'paused' ? 'resume' : 'pause';
  return (
    <>
      <p role="status" aria-live="polite" className="num">
        {t(`calendars.operation.${state}`, { at: dateTime(notBefore), looked, total, changed, failed })}
      </p>
      {state !== 'done' && state !== 'cancelled' && (
        <>
          <Progress
            percent={total === 0 ? 0 : Math.floor((looked / total) * 100)}
            aria-label={t('calendars.operation.title')}
          />
          <div>
            <Button loading={turn.isPending} onClick={() => turn.mutate(act)}>
              {t(`calendars.operation.${act}`)}
            </Button>
          </div>
        </>
      )}
      {turn.error !== null && <ProblemAlert error={turn.error} />}
    </>
  );
}
