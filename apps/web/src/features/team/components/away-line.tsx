import type { AbsenceView } from '@lianban/contracts';
import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEndAbsence } from '../api/team.js';

/** From when to when somebody is away, who stands in, and the end of it. */
export function AwayLine({ absence }: { readonly absence: AbsenceView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const { modal, message } = App.useApp();
  const end = useEndAbsence();
  const name = text(absence.person.name);
  const ask = (): void =>
    void modal.confirm({
      title: t('team.absence.endTitle', { name }),
      content: t('team.absence.endLead', { standIn: text(absence.standIn.name) }),
      okText: t('team.absence.end'),
      cancelText: t('app.cancel'),
      onOk: () =>
        end
          .mutateAsync(absence.id)
          .then(() => message.success(t('team.absence.ended', { name })))
          .catch(() => undefined),
    });
  return (
    <div className="team-away">
      <Tag color={absence.isNow ? 'orange' : 'default'}>
        {t(absence.isNow ? 'team.absence.now' : 'team.absence.planned')}
      </Tag>
      <span>
        {t('team.absence.line', {
          from: dateTime(absence.from),
          to: dateTime(absence.to),
          standIn: text(absence.standIn.name),
        })}
        <span className="quiet"> · {absence.reason}</span>
      </span>
      <Button size="small" onClick={ask} loading={end.isPending}>
        {t('team.absence.end')}
      </Button>
      {end.error !== null && <ProblemAlert error={end.error} />}
    </div>
  );
}
