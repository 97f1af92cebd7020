import type { LedgerVerdict } from '@lianban/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape, type Shape } from '../../../ui/mark-shape.js';
import { RecordTable, type RecordColumn } from '../../../ui/record-table.js';

const page = 100;

interface LedgerVerdictsProps {
  readonly verdicts: readonly LedgerVerdict[];
  readonly isDryRun: boolean;
}

/** The verdict on each row of a ledger: in word, shape and colour, with everything that is wrong with it. */
export function LedgerVerdicts({ verdicts, isDryRun }: LedgerVerdictsProps) {
  const { t } = useTranslation();
  const refused = verdicts.filter(({ verdict }) => verdict === 'refused');
  const [only, setOnly] = useState<'all' | 'refused'>(refused.length > 0 ? 'refused' : 'all');
  const [shown, setShown] = useState(page);
  const columns = useColumns(isDryRun);
  const rows = only === 'refused' ? refused : verdicts;
  return (
    <>
      {refused.length > 0 && refused.length < verdicts.length && (
        <Segmented
          className="ledger-only"
          value={only}
          options={[
            { value: 'refused', label: t('registry.ledger.showRefused', { count: refused.length }) },
            { value: 'all', label: t('registry.ledger.showAll', { count: verdicts.length }) },
          ]}
          onChange={setOnly}
        />
      )}
      <RecordTable
        label={t('registry.ledger.title')}
        columns={columns}
        records={rows.slice(0, shown)}
        idOf={({ line }) => String(line)}
      />
      {rows.length > shown && (
        <div className="more">
          <Button onClick={() => setShown(shown + page)}>
            {t('registry.ledger.more', { count: Math.min(page, rows.length - shown) })}
          </Button>
        </div>
      )}
    </>
  );
}

const shapes: Readonly<Record<LedgerVerdict['verdict'], Shape>> = {
  registered: 'done',
  'already-registered': 'none',
  refused: 'overdue',
};

function useColumns(isDryRun: boolean): readonly RecordColumn<LedgerVerdict>[] {
  const { t } = useTranslation();
  const text = useText2();
  const words: Readonly<Record<LedgerVerdict['verdict'], string>> = {
    registered: t(isDryRun ? 'registry.ledger.toRegister' : 'registry.ledger.registered'),
    'already-registered': t('registry.ledger.known'),
    refused: t('registry.ledger.refused'),
  };
  return [
    { heading: t('registry.ledger.line'), className: 'right', cell: ({ line }) => line },
    {
      heading: t('registry.ledger.verdict'),
      cell: ({ verdict }) => (
        <span className={`verdict is-${verdict}`}>
          <MarkShape shape={shapes[verdict]} /> {words[verdict]}
        </span>
      ),
    },
    { heading: t('registry.ledger.name'), cell: ({ name }) => name },
    { heading: t('registry.ledger.uscc'), cell: ({ uscc }) => <span className="num">{uscc}</span> },
    {
      heading: t('registry.ledger.problems'),
      cell: ({ problems }) =>
        problems.length > 0 && (
          <ul className="ledger-problems">
            {problems.map(({ field, code, message }) => (
              <li key={`${field}${code}`}>
                {t(`registry.form.${field}`, field)}: {text(message)}
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
