import type { CaseDetail, CaseTask, OrderRow } from '@lianban/contracts';

const CHINA_OFFSET_MS = 8 * 3_600_000;

const chineseInstant = (instant: string): string => {
  const local = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日${local.slice(11, 16)}`;
};

/** Of a unit that is in time nobody asks why it is late. */
const HURRY = '请抓紧办理，并书面反馈办理进度和预计办结时间。';
const LATE_DEMANDS: Readonly<Record<OrderRow['kind'], string>> = {
  'supervision-order': '请立即办理，并书面说明未按期办结的原因、已采取的措施和办结时间。',
  'reminder-letter': HURRY,
  criticism: '现予通报。请认真查找原因，立即办理，杜绝类似情况再次发生。',
};

const SUBJECTS: Readonly<Record<OrderRow['kind'], string>> = {
  'supervision-order': '督促限期办结',
  'reminder-letter': '催促办理',
  criticism: '逾期未办结情况',
};

export interface FirstWords {
  readonly subject: string;
  readonly facts: string;
  readonly demand: string;
}

/** What the case says already, for the drafter to go on from. Chinese in either language of the screen: the paper is. */
export const firstWords = (
  kind: OrderRow['kind'],
  { caseNo }: Pick<CaseDetail, 'caseNo'>,
  task: Pick<CaseTask, 'name' | 'dueAt' | 'mark'> | undefined,
  now: Date,
): FirstWords => {
  const isLate = task?.mark === 'overdue';
  const subject = task === undefined ? SUBJECTS[kind] : `${SUBJECTS[kind]}：${task.name.zh}`;
  const demand = isLate || kind === 'criticism' ? LATE_DEMANDS[kind] : HURRY;
  const until = chineseInstant(now.toISOString());
  if (task?.dueAt === undefined) return { subject, facts: `办件${caseNo}截至${until}尚未办结。`, demand };
  const period = `办件${caseNo}“${task.name.zh}”的办理时限`;
  const due = chineseInstant(task.dueAt);
  const facts = isLate
    ? `${period}已于${due}届满，截至${until}仍未办结。`
    : `${period}将于${due}届满，截至${until}尚未办结。`;
  return { subject, facts, demand };
};
