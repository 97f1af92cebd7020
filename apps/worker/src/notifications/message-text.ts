import type { Digest, NoticeMessage } from '@lianban/application';
import type { NoticeItem } from '@lianban/contracts';

type Notice = NoticeMessage['notices'][number];

interface MessageText {
  readonly subject: string;
  readonly text: string;
  /** For text messages. */
  readonly shortText: string;
}

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
  'stop-nearly-over': ['中止即将到期', 'A stop is nearly over'],
  'stop-over': ['中止已到期', 'A stop is over'],
  'stop-still': ['中止核查', 'A clock is still stopped'],
  'deadlines-moved': ['时限变更', 'Deadlines moved'],
  'emergency-entered': ['停办期间时限中止', 'Emergency: time limits stand still'],
  'emergency-lifted': ['停办解除，时限恢复', 'Emergency lifted: time limits run again'],
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

/** Which order, where, and how many clocks. */
const emergencyOf = ({ document, places = [], count, until }: Notice['about']): string =>
  document === undefined
    ? ''
    : [
        document,
        places.map(({ zh, en }) => `${zh} ${en}`).join('、'),
        `${count}项时限 ${count} time limit(s)`,
        until && `至 until ${LOCAL.format(new Date(until))}`,
      ]
        .filter(Boolean)
        .join(' · ');

const linesOf = ({ kind, about, case: of }: Notice): readonly string[] => {
  const [zh, en] = KINDS[kind] ?? (kind.startsWith('order-') ? ORDER : OTHER);
  const detail = [
    clockOf({ ...about, caseNo: about.caseNo ?? of?.no ?? '' }),
    about.number,
    emergencyOf(about),
  ];
  return [
    `${zh} ${en}: ${detail.filter(Boolean).join(' · ')}`,
    ...(about.items ?? []).map((item) => `  - ${clockOf(item)}`),
  ];
};

const textOfNotices = (notices: readonly Notice[], productUrl: string): MessageText => ({
  subject: `联办通知（${notices.length}） Lianban notices (${notices.length})`,
  text: [
    ...notices.flatMap(linesOf),
    '',
    `请登录联办办理。Please sign in to Lianban to act on them. ${productUrl}`,
  ].join('\n'),
  shortText: `【联办】您有${notices.length}条通知，请登录办理。Lianban: ${notices.length} notices for you.`,
});

const textOfDigest = (digest: Digest, productUrl: string): MessageText => {
  const { period, district, overdue, dueSoon, dueToday, orders } = digest;
  const scope = district ? `&district=${district.code}` : '';
  const link = (path: string): string => new URL(path, productUrl).href;
  const [zh, en] = period === 'daily' ? ['日报', 'Daily digest'] : ['周报', 'Weekly digest'];
  const place = district ? `${district.name.zh} ${district.name.en}` : '全市 Whole city';
  return {
    subject: `联办督办${zh}：超期${overdue} Lianban ${en}: ${overdue} overdue`,
    text: [
      place,
      `超期 Overdue: ${overdue}  ${link(`/board/tasks?list=overdue${scope}`)}`,
      `今日到期 Due today: ${dueToday}  ${link(`/board/tasks?list=due-today${scope}`)}`,
      `即将到期 Due soon: ${dueSoon}  ${link(`/board/tasks?list=due-soon${scope}`)}`,
      `待处理督办 Orders waiting: ${orders}  ${link('/orders')}`,
    ].join('\n'),
    shortText: `【联办】${place}：超期${overdue}，今日到期${dueToday}，即将到期${dueSoon}，待处理督办${orders}。`,
  };
};

const TEST = {
  subject: '联办测试消息 Lianban test message',
  text: '这是一条测试消息，说明该渠道可以收到联办通知。This is a test: notices of Lianban reach you here.',
  shortText: '【联办】测试消息：该号码可以收到通知。Lianban test message.',
};

/**
 * What leaves the house: case numbers, deadlines and counts, in both languages, and no name of an institution or a
 * person: a mailbox is read by more than its owner.
 */
export const messageText = (
  { notices, content }: Pick<NoticeMessage, 'notices' | 'content'>,
  productUrl: string,
): MessageText => {
  if (content?.kind === 'digest') return textOfDigest(content, productUrl);
  return content?.kind === 'test' ? TEST : textOfNotices(notices, productUrl);
};
