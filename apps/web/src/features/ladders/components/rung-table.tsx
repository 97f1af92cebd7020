import type { LadderContent } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { type RecordColumn, RecordTable } from '../../../ui/record-table.js';
import { useLadderWords } from '../use-ladder-words.js';

type Rung = LadderContent['rungs'][number];

/** A version as it is read: nothing of it can be changed. */
export function RungTable({ rungs, label }: { readonly rungs: readonly Rung[]; readonly label: string }) {
  const { t } = useTranslation();
  const text = useText2();
  const words = useLadderWords();
  const columns: readonly RecordColumn<Rung>[] = [
    { heading: t('ladders.level'), className: 'num', cell: ({ level }) => <b>{level}</b> },
    {
      heading: t('ladders.at'),
      cell: ({ offset, when }) => (
        <>
          {words.offset(offset)}
          {when !== undefined && (
            <div className="quiet">{t('ladders.only', { when: words.condition(when) })}</div>
          )}
        </>
      ),
    },
    {
      heading: t('ladders.told'),
      cell: ({ tell }) => (
        <ul className="plain-list">
          {tell.map((one) => (
            <li key={words.addressee(one)}>
              {words.addressee(one)}
              <div className="quiet">{words.fallback(one)}</div>
            </li>
          ))}
        </ul>
      ),
    },
    {
      heading: t('ladders.does'),
      cell: ({ action, acts }) => (
        <>
          {text(action)}
          <div className="quiet">{acts.map((act) => words.act(act)).join(t('ladders.comma'))}</div>
        </>
      ),
    },
  ];
  return <RecordTable label={label} columns={columns} records={rungs} idOf={({ level }) => level} />;
}
