import type { TeamMember, TeamView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { AwayLine } from './away-line.js';

interface MemberTableProps {
  readonly team: TeamView;
  readonly selectedId: string | undefined;
  readonly onAbsence: (member: TeamMember) => void;
}

/** Each person with what they hold; a number opens the list behind it. */
export function MemberTable({ team, selectedId, onAbsence }: MemberTableProps) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <RecordTable
      label={t('team.people')}
      records={team.members}
      idOf={({ id }) => id}
      selectedId={selectedId}
      columns={[
        {
          heading: t('team.person'),
          cell: ({ name, posts }) => (
            <>
              <strong>{text(name)}</strong>
              <div className="quiet">
                {[...new Set(posts.map(({ post }) => t(`team.post.${post}`, post)))].join(' · ')}
              </div>
            </>
          ),
        },
        {
          heading: t('team.open'),
          className: 'right',
          cell: ({ id, name, open }) =>
            open === 0 ? (
              <span className="quiet">0</span>
            ) : (
              <Link
                to={`/team?person=${id}`}
                aria-label={t('team.openOf', { name: text(name), count: open })}
              >
                {open}
              </Link>
            ),
        },
        {
          heading: t('team.overdue'),
          className: 'right',
          cell: ({ overdue }) => <span className={overdue > 0 ? 'team-late' : 'quiet'}>{overdue}</span>,
        },
        {
          heading: t('team.dueSoon'),
          className: 'right',
          cell: ({ dueSoon }) => <span className={dueSoon > 0 ? '' : 'quiet'}>{dueSoon}</span>,
        },
        {
          heading: t('team.done'),
          className: 'right',
          cell: ({ doneThisMonth }) => doneThisMonth,
        },
        {
          heading: t('team.away'),
          cell: (member) =>
            member.absences.length > 0 ? (
              member.absences.map((absence) => <AwayLine key={absence.id} absence={absence} />)
            ) : (
              <button
                type="button"
                className="link-button"
                onClick={() => onAbsence(member)}
                aria-label={t('team.absence.recordFor', { name: text(member.name) })}
              >
                {t('team.absence.short')}
              </button>
            ),
        },
      ]}
    />
  );
}
