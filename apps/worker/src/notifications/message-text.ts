import type { NoticeMessage } from '@lianban/application';
import type { NoticeItem } from '@lianban/contracts';

type Notice = NoticeMessage['notices'][number];

const KINDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  rung: ['时限预警', 'Warning of a deadline'],
  rungs: ['时限预警清单', 'Warnings of deadlines'],
  call: ['请确认知悉', 'Please acknowledge'],
  'task-assigned': ['待办转派', 'Task transferred'],
  'task-handed-over': ['待办转办', 'Task handed over'],
  'task-sent-back': ['转办退件', 'Task sent back'],
  'absence-recorded': ['缺席与代办', 'Absence and stand-in'],
  'absence-ended': ['缺席结束', 'Absence ended'],
  'dispute-raised': ['管辖争议', 'Dispute over competence'],
  'office-designated': ['管辖争议已指定', 'Dispute over competence decided'],
  'deadlines-moved': ['时限变更', 'Deadlines moved'],
};
const ORDER = ['督办事项', 'Supervision order or letter'] as const;
const OTHER = ['新的通知', 'Something new'] as const;

const LOCAL = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const clockOf = ({ caseNo, clockName, ladder, level, dueAt }: Partial<NoticeItem>): string =>
  [
    caseNo,
    clockName && `${clockName.zh} ${clockName.en}`,
    ladder && `${ladder} ${level}`,
    dueAt && `截止 due ${LOCAL.format(new Date(dueAt))}`,
  ]
    .filter(Boolean)
    .join(' · ');

const linesOf = ({ kind, about, case: of }: Notice): readonly string[] => {
  const [zh, en] = KINDS[kind] ?? (kind.startsWith('order-') ? ORDER : OTHER);
  const detail = [clockOf({ ...about, caseNo: about.caseNo ?? of?.no ?? '' }), about.number];
  return [
    `${zh} ${en}: ${detail.filter(Boolean).join(' · ')}`,
    ...(about.items ?? []).map((item) => `  - ${clockOf(item)}`),
  ];
};

/**
 * What leaves the house: case numbers and deadlines, in both languages, and no name of an institution or a person:
 * a mailbox is read by more than its owner.
 */
export const messageText = ({
  notices,
}: Pick<NoticeMessage, 'notices'>): { readonly subject: string; readonly text: string } => ({
  subject: `联办通知（${notices.length}） Lianban notices (${notices.length})`,
  text: [...notices.flatMap(linesOf), '', '请登录联办办理。Please sign in to Lianban to act on them.'].join(
    '\n',
  ),
});
