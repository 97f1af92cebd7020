import type { TrailFinding, TrailVerdictView } from '@lianban/contracts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../../ui/record-table.js';

const keyOf = ({ kind, batch, seq, entryId }: TrailFinding): string =>
  `${kind} ${batch} ${seq ?? ''} ${entryId ?? ''}`;

/** Valid, or each place where the trail is not what was sealed. */
export function Verdict({ verdict }: { readonly verdict: TrailVerdictView }) {
  const { t } = useTranslation();
  const { valid, first, last, entries, erased, anchoredTo, findings, found } = verdict;
  return (
    <div className="stack">
      <Alert
        showIcon
        type={valid ? 'success' : 'error'}
        title={valid ? t('trail.valid') : t('trail.notValid', { count: found })}
        description={
          <>
            <p>{t('trail.judged', { first, last, entries, erased })}</p>
            <p>
              {anchoredTo === undefined
                ? t('trail.withoutAnchors')
                : t('trail.withAnchors', { batch: anchoredTo })}
            </p>
          </>
        }
      />
      {findings.length > 0 && (
        <RecordTable
          label={t('trail.findings')}
          records={findings}
          idOf={keyOf}
          columns={[
            { heading: t('trail.what'), cell: ({ kind }) => t(`trail.finding.${kind}`) },
            {
              heading: t('trail.batch'),
              className: 'right',
              cell: ({ batch, toBatch }) =>
                toBatch === undefined || toBatch === batch ? batch : `${batch}–${toBatch}`,
            },
            { heading: t('trail.seq'), className: 'right', cell: ({ seq }) => seq ?? '–' },
            { heading: t('trail.entryId'), cell: ({ entryId }) => entryId ?? '–' },
          ]}
        />
      )}
      {found > findings.length && <p>{t('trail.more', { count: found - findings.length })}</p>}
    </div>
  );
}
