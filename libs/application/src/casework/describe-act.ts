import type { Text2, TimelineEntry } from '@lianban/contracts';
import type { PublishedDefinition } from '../definitions/index.js';
import type { AuditRecord } from './case-reader.port.js';
import { GROUNDS } from './describe-clock.js';

const ACTS: Readonly<Record<string, Text2>> = {
  'case.opened': { zh: '立件', en: 'Case opened' },
  'case.ended': { zh: '办结', en: 'Case closed' },
  'task.completed': { zh: '办理', en: 'Completed' },
  'task.cancelled': { zh: '待办关闭', en: 'Task closed' },
  'task.claimed': { zh: '认领', en: 'Claimed' },
  'task.commented': { zh: '备注', en: 'Remark' },
  'task.released': { zh: '退回科室', en: 'Released' },
  'task.returned': { zh: '退回', en: 'Returned' },
  'task.transferred': { zh: '转派', en: 'Transferred to a colleague' },
  'task.handed-over': { zh: '转办', en: 'Handed over to another unit' },
  'task.sent-back': { zh: '退件', en: 'Sent back' },
  'task.taken-back': { zh: '撤回', en: 'Taken back' },
  'fact.objected': { zh: '对考核数据提出异议', en: 'Objection to a figure of the scorecard' },
  'objection.answered': { zh: '答复异议', en: 'Objection answered' },
  'fact.concluded': { zh: '考核结论（剔除/免责）', en: 'Concluded for the scorecard' },
  'dispute.raised': { zh: '提出管辖争议', en: 'Competence disputed' },
  'dispute.decided': { zh: '指定管辖', en: 'Competent office designated' },
  'order.drafted': { zh: '督办文书拟稿', en: 'Order drafted' },
  'order.withdraw': { zh: '撤销拟稿', en: 'Draft of an order withdrawn' },
  'order.issue': { zh: '督办文书签发', en: 'Order issued' },
  'order.serve': { zh: '督办文书送达', en: 'Order served' },
  'order.acknowledge': { zh: '督办文书签收', en: 'Order acknowledged' },
  'order.answer': { zh: '督办反馈', en: 'Order answered' },
  'order.send-back': { zh: '督办反馈退回', en: 'Answer to an order sent back' },
  'order.accept': { zh: '督办反馈审核通过', en: 'Answer to an order accepted' },
  'order.strike-off': { zh: '督办销号', en: 'Order struck off' },
  'order.overdue': { zh: '督办反馈逾期', en: 'Answer to an order overdue' },
  'agenda.raised': { zh: '列入联席会议议题', en: 'Put on the agenda of the joint meeting' },
  'agenda.settled': { zh: '联席会议议定', en: 'Settled by the joint meeting' },
  'signer.added': { zh: '加签', en: 'Signer added' },
  'signer.removed': { zh: '减签', en: 'Signer removed' },
  'case.suspended': { zh: '暂停办理', en: 'Case suspended' },
  'case.resumed': { zh: '恢复办理', en: 'Case resumed' },
  'case.migrated': { zh: '迁移到流程新版', en: 'Moved to another version of the process' },
  'token.moved': { zh: '跳转', en: 'Moved by an administrator' },
  'token.inserted': { zh: '增加环节', en: 'Step added by an administrator' },
  'token.cancelled': { zh: '取消环节', en: 'Step cancelled by an administrator' },
  'data.changed': { zh: '更正数据', en: 'Data changed by an administrator' },
  'activity.started': { zh: '启动环节', en: 'Step begun' },
  'decision.made': { zh: '按决策表判定', en: 'Decided by a decision table' },
  'signal.received': { zh: '收到信号', en: 'Signal received' },
  'message.received': { zh: '收到事件', en: 'Event received' },
  'message.expired': { zh: '提前收到的事件逾期未用', en: 'Early event not used in time' },
  'message.unused': { zh: '提前收到的事件至办结未用', en: 'Early event not used before the case closed' },
  'timer.fired': { zh: '到时', en: 'Timer fired' },
  'service.done': { zh: '系统步骤完成', en: 'System step done' },
  'service.error': { zh: '系统步骤被拒', en: 'System step refused' },
  'clock.stopped': { zh: '中止计时', en: 'Clock stopped' },
  'clock.resumed': { zh: '恢复计时', en: 'Clock resumed' },
  'timer.recomputed': { zh: '按新日历重算定时', en: 'Timer moved by another calendar' },
  'clock.extended': { zh: '延长时限', en: 'Clock extended' },
  'clock.recomputed': { zh: '按新日历重算期限', en: 'Recounted by another calendar' },
  'rung.fired': { zh: '逐级预警', en: 'Ladder rung fired' },
  'incident.opened': { zh: '发生异常', en: 'Incident' },
  'incident.retry': { zh: '异常重试', en: 'Incident: retried' },
  'incident.skip': { zh: '异常跳过', en: 'Incident: skipped' },
  'incident.answer': { zh: '异常人工答复', en: 'Incident: answered by hand' },
  'duty-matrix.gap-detected': { zh: '职责空缺，上移一级', en: 'Duty cell empty: routed one level up' },
};

/** Acts with which a person says why. */
const GIVE_REASONS =
  /^task\.(completed|returned|taken-back|transferred|handed-over|sent-back)$|^dispute\.|^fact\.|^objection\.|^signer\.|^token\.|^data\.|^case\.(suspended|resumed|migrated)$|^clock\.extended$|^activity\.|^incident\.(?!opened)/;

/** One row of the trail as a sentence of the timeline. */
export const describeAct = (record: AuditRecord, { plan }: PublishedDefinition): TimelineEntry => {
  const act = ACTS[record.act] ?? { zh: record.act, en: record.act };
  const nodeId = record.node ?? (plan.nodes[record.objectId] ? record.objectId : undefined);
  const node = nodeId === undefined ? undefined : plan.nodes[nodeId];
  const outcome =
    node && 'outcomes' in node ? node.outcomes.find(({ code }) => code === record.outcome)?.name : undefined;
  const closing = record.outcome === undefined ? undefined : closedAs(record.outcome);
  const stop = record.act.startsWith('clock.') ? GROUNDS[record.ground ?? ''] : undefined;
  const said = outcome ?? stop ?? (record.act === 'task.cancelled' ? closing : undefined);
  const { ground } = record;
  const join = (language: 'zh' | 'en'): string =>
    [
      act[language],
      node?.name[language] ?? record.about?.[language],
      said?.[language],
      record.action && `${ground ?? ''} ${record.action[language]}`.trim(),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  return {
    id: record.id,
    ...(record.batch === undefined ? {} : { batch: record.batch }),
    at: record.at,
    act: record.act,
    text: { zh: join('zh'), en: join('en') },
    actor: record.actor,
    ...(record.onBehalfOf ? { onBehalfOf: record.onBehalfOf } : {}),
    ...(record.office ? { office: record.office } : {}),
    ...(nodeId === undefined ? {} : { node: nodeId }),
    ...(record.act === 'case.ended' && ground !== undefined ? { outcome: ground } : {}),
    ...(record.told ? { told: record.told.map(addresseeName) } : {}),
    // Elsewhere the ground is a code of ours, and no words of a person.
    ...(GIVE_REASONS.test(record.act) && ground !== undefined ? { opinion: ground } : {}),
  };
};

/** What is written on a task that an act has taken away. */
const TAKEN_AWAY: Readonly<Record<string, Text2>> = {
  returned: { zh: '因退回', en: 'because of a return' },
  'taken-back': { zh: '因撤回', en: 'because of a taking back' },
  'signer-removed': { zh: '减签', en: 'signer removed' },
  moved: { zh: '因跳转', en: 'moved by an administrator' },
  'cancelled-by-operator': { zh: '管理员取消', en: 'cancelled by an administrator' },
};

const closedAs = (outcome: string): Text2 => TAKEN_AWAY[outcome] ?? { zh: outcome, en: outcome };

const addresseeName = ({ office, name }: { readonly office: Text2; readonly name?: Text2 }): Text2 => ({
  zh: `${office.zh} ${name?.zh ?? ''}`.trim(),
  en: `${office.en}, ${name?.en ?? ''}`.replace(/, $/, ''),
});
