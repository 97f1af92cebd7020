import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { DueChip } from '../../../ui/due-chip.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFollowedCase, usePrepareFiling } from '../api/demo-acts.js';

const lanes = 7;

export function PreparedFilingStory({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const text = useText2();
  const preparation = usePrepareFiling();
  const { mutate } = preparation;
  useEffect(() => mutate(), [mutate]);
  const followed = useFollowedCase(preparation.data?.caseId, lanes);
  const file = followed.data?.file;
  if (preparation.error !== null) return <ProblemAlert error={preparation.error} onRetry={() => mutate()} />;
  if (followed.error !== null) return <ProblemAlert error={followed.error} />;
  if (file === null) return <p>{t('demo.notYours')}</p>;
  if (file === undefined) return <Loading rows={7} />;
  const open = file.tasks.filter(({ status }) => status === 'open');
  return (
    <>
      <p className="story-case">
        {file.title}{' '}
        <Link to={`/cases/${file.id}`} onClick={onLeave}>
          {t('demo.openCase', { caseNo: file.caseNo })}
        </Link>
      </p>
      <h3>{t('demo.lanes')}</h3>
      <ul className="lanes">
        {open.map((task) => (
          <li key={task.id}>
            <span>
              {text(task.name)}
              <span className="quiet">{text(task.office.name)}</span>
            </span>
            <DueChip of={task} />
          </li>
        ))}
      </ul>
    </>
  );
}
