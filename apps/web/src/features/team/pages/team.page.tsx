import type { TeamMember } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '../../../app/use-live.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFilters } from '../../../ui/use-filters.js';
import { teamKey, useTeam } from '../api/team.js';
import { AbsenceDialog } from '../components/absence-dialog.js';
import { DeskTable } from '../components/desk-table.js';
import { MemberTable } from '../components/member-table.js';
import { ReceivedHandovers } from '../components/received-handovers.js';
import { TeamTasks } from '../components/team-tasks.js';
import '../components/team.css';

/** 团队: who of the unit has how much, who is away, and what goes to somebody else. */
export default function TeamPage() {
  const { t } = useTranslation();
  const text = useText2();
  const [search] = useFilters();
  const { data: team, error, refetch } = useTeam();
  const [absent, setAbsent] = useState<TeamMember | 'anybody'>();
  useLiveRefresh(['task', 'resumed'], teamKey);
  const person = team?.members.find(({ id }) => id === search.get('person'));
  const office = team?.offices.find(({ id }) => id === search.get('office'));
  return (
    <Page
      title={t('team.title')}
      lead={t('team.lead')}
      actions={<Button onClick={() => setAbsent('anybody')}>{t('team.absence.record')}</Button>}
    >
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {team === undefined && error === null && <Loading rows={10} />}
      {team !== undefined && (
        <>
          <ReceivedHandovers handovers={team.received} />
          <section className="panel">
            <h2>{t('team.people')}</h2>
            <MemberTable team={team} selectedId={person?.id} onAbsence={setAbsent} />
          </section>
          <section className="panel">
            <h2>{t('team.desks')}</h2>
            <DeskTable offices={team.offices} selectedId={office?.id} />
          </section>
          {person !== undefined && (
            <TeamTasks
              key={person.id}
              of={{ person: person.id }}
              title={t('team.tasksOf', { name: text(person.name) })}
              team={team}
            />
          )}
          {person === undefined && office !== undefined && (
            <TeamTasks
              key={office.id}
              of={{ office: office.id }}
              title={t('team.unclaimedOf', { name: text(office.name) })}
              team={team}
            />
          )}
          {absent !== undefined && (
            <AbsenceDialog
              members={team.members}
              of={absent === 'anybody' ? undefined : absent}
              onClose={() => setAbsent(undefined)}
            />
          )}
        </>
      )}
    </Page>
  );
}
