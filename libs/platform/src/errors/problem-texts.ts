import type { Language } from './language.js';
import { actTexts } from './texts/act-texts.js';
import { calendarTexts } from './texts/calendar-texts.js';
import { caseworkTexts } from './texts/casework-texts.js';
import { clockTexts } from './texts/clock-texts.js';
import { emergencyTexts } from './texts/emergency-texts.js';
import { ladderTexts } from './texts/ladder-texts.js';
import { noticeTexts } from './texts/notice-texts.js';
import { orderTexts } from './texts/order-texts.js';
import { registryTexts } from './texts/registry-texts.js';
import { runtimeTexts } from './texts/runtime-texts.js';
import { teamTexts } from './texts/team-texts.js';
import { trailTexts } from './texts/trail-texts.js';

/** What a person reads, by stable code. A code without an entry shows its English message. */
export const problemTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...actTexts,
  ...calendarTexts,
  ...caseworkTexts,
  ...clockTexts,
  ...emergencyTexts,
  ...ladderTexts,
  ...noticeTexts,
  ...orderTexts,
  ...registryTexts,
  ...runtimeTexts,
  ...teamTexts,
  ...trailTexts,
  'AUTH.WRONG_CREDENTIALS': { zh: '用户名或密码不对。', en: 'The user name or the password is wrong.' },
  'AUTH.NO_SESSION': { zh: '请先登录。', en: 'Please sign in first.' },
  'AUTH.NOT_ALLOWED': { zh: '您的岗位不能做这件事。', en: 'Your post does not allow this.' },
  'AUTH.TOO_MANY_ATTEMPTS': {
    zh: '尝试次数过多，请十五分钟后再试。',
    en: 'Too many attempts. Try again in fifteen minutes.',
  },
  'API.FOREIGN_ORIGIN': { zh: '请求来自其他网站，已拒绝。', en: 'The request came from another site.' },
  'API.IDEMPOTENCY_KEY_MISSING': {
    zh: '缺少 Idempotency-Key 请求头（UUID）。',
    en: 'The header Idempotency-Key (a UUID) is missing.',
  },
  'API.IDEMPOTENCY_KEY_REUSED': {
    zh: '同一 Idempotency-Key 已用于另一请求。',
    en: 'This Idempotency-Key was used for another request.',
  },
  'API.INVALID_JSON': { zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'API.BODY_TOO_LARGE': { zh: '请求正文太大。', en: 'The body is too large.' },
  'API.UNSUPPORTED_MEDIA_TYPE': { zh: '不支持的内容类型。', en: 'This content type is not accepted here.' },
  'API.INVALID_REQUEST': {
    zh: '有字段不符合要求，详见 errors。',
    en: 'Some fields are not as required; see errors.',
  },
  'API.UNKNOWN_ROUTE': { zh: '没有这个接口。', en: 'There is no such route.' },
  'API.METHOD_NOT_ALLOWED': { zh: '此接口不支持该方法。', en: 'This route does not know the method.' },
  'API.UNAVAILABLE': {
    zh: '服务暂时不可用，请稍后再试。',
    en: 'The service is unavailable. Try again shortly.',
  },
  'TASKS.ALREADY_COMPLETED': {
    zh: '这项待办已由他人办结。',
    en: 'Somebody has completed this task already.',
  },
  'TASKS.VERSION_STALE': {
    zh: '这项待办已有变化，请刷新后再办。',
    en: 'The task has changed since you opened it. Reload it first.',
  },
  'TASKS.CLAIMED_BY_OTHER': { zh: '这项待办已被同事认领。', en: 'A colleague has claimed this task.' },
  'TASKS.FORM_INVALID': { zh: '表单有内容需要更正。', en: 'Some fields of the form need correction.' },
  'TASKS.ALREADY_CANCELLED': {
    zh: '流程已关闭这项待办，不再需要办理。',
    en: 'The process has closed this task; nothing is left to do.',
  },
  'TASKS.UNKNOWN': { zh: '没有这项待办。', en: 'There is no such task.' },
  'TASKS.NOT_YOUR_OFFICE': { zh: '这项待办属于其他科室。', en: 'This task belongs to another office.' },
  'TASKS.MISSING_ITEMS_EMPTY': { zh: '请列出缺少的材料。', en: 'Name the missing items.' },
  'TASKS.MISSING_ITEM_REPEATED': {
    zh: '首次告知时已经缺少的材料不得再次要求补正。',
    en: 'What was missing already when the first notice was issued may not be asked for again.',
  },
  'TASKS.NONCONFORMITY_WITHOUT_REASON': {
    zh: '请写明不符合的条款和查明的情况。',
    en: 'Name the clause and what was found.',
  },
  'TASKS.TWO_OFFICERS_NEEDED': {
    zh: '请记录两名持证人员及其证号，或说明未能两人到场的理由。',
    en: 'Record two officers with their certificate numbers, or the reason why there were none.',
  },
  'TASKS.VISIT_INCOMPLETE': {
    zh: '尚有核实单位既没有记录两名人员，也没有说明理由。',
    en: 'Some inspecting units have recorded neither two officers nor a reason.',
  },
  'CASES.UNKNOWN': { zh: '没有这个办件。', en: 'There is no such case.' },
  'CASES.NOT_YOURS': { zh: '您的科室没有参与这个办件。', en: 'Your office takes no part in this case.' },
  'INBOX.NOT_YOUR_OFFICE': { zh: '您在该科室没有岗位。', en: 'You hold no post in that office.' },
  'DEFINITIONS.REFUSED': {
    zh: '流程未通过检查，没有发布。',
    en: 'The process did not pass its checks and was not published.',
  },
  'INTAKE.BAD_SIGNATURE': {
    zh: '签名无效：请核对密钥，并对发送的原文签名。',
    en: 'The signature is not valid: check the secret, and sign the very bytes that are sent.',
  },
  'INTAKE.SIGNATURE_MISSING': {
    zh: '缺少签名：需要 webhook-id、webhook-timestamp 和 webhook-signature 请求头。',
    en: 'The signature is missing: the headers webhook-id, webhook-timestamp and webhook-signature are needed.',
  },
  'INTAKE.SIGNATURE_EXPIRED': {
    zh: '签名时间与本系统相差超过五分钟：请校准时钟，重新签名后发送。',
    en: 'The signature is more than five minutes from our time: set your clock, sign again and send.',
  },
  'INTAKE.UNKNOWN_SOURCE': {
    zh: '该来源未登记：请管理员登记后再发送。',
    en: 'No such source may send events here: have an administrator enter it first.',
  },
  'INTAKE.UNSUPPORTED_MEDIA_TYPE': {
    zh: '请以 application/cloudevents+json 发送事件。',
    en: 'Send the event as application/cloudevents+json.',
  },
  'INTAKE.UNKNOWN_TYPE': {
    zh: '未登记的事件类型，或该来源无权发送。',
    en: 'The event type is unknown, or not allowed for this source.',
  },
  'INTAKE.MALFORMED': {
    zh: '不是有效的 CloudEvents 1.0 JSON。',
    en: 'Not a valid CloudEvents 1.0 JSON event.',
  },
  'INTAKE.SCHEMA_VIOLATION': {
    zh: '事件数据不符合其模式。',
    en: 'The data of the event does not match its schema.',
  },
  'INTAKE.BODY_CHANGED': {
    zh: '同一来源和编号的事件已收到过，但内容不同。',
    en: 'An event of this source and id was received before with another body.',
  },
  'INTAKE.TOO_LARGE': { zh: '事件太大（上限 256 KB）。', en: 'The event is too large (256 KB at most).' },
  'INTAKE.NOT_UNMATCHED': { zh: '该事件不在待匹配状态。', en: 'The event is not waiting to be matched.' },
  'REGISTRY.ALREADY_REGISTERED': {
    zh: '该统一社会信用代码已登记。',
    en: 'An institution with this unified social credit code is registered already.',
  },
  'REGISTRY.NOT_YOUR_AUTHORITY': {
    zh: '登记机关须与您的科室一致。',
    en: 'The registration authority must be that of your own office.',
  },
  'REGISTRY.NOT_YOUR_DISTRICT': {
    zh: '只能登记本辖区的机构。',
    en: 'You may register institutions of your own district only.',
  },
  'REGISTRY.LEDGER_UNREADABLE': {
    zh: '台账无法读取：请使用 CSV（UTF-8）或 XLSX，并保留模板的表头。',
    en: 'The ledger cannot be read: use CSV (UTF-8) or XLSX and keep the header of the template.',
  },
  'REGISTRY.LEDGER_TOO_LARGE': {
    zh: '台账太大：最多 2000 行、10 MB。',
    en: 'The ledger is too large: 2,000 rows and 10 MB at most.',
  },
  'FILES.TOO_LARGE': { zh: '文件太大（上限 10 MB）。', en: 'The file is too large (10 MB at most).' },
  'FILES.TYPE_NOT_ALLOWED': {
    zh: '只接受 PDF、PNG、JPG 文件。',
    en: 'Only PDF, PNG and JPG files are accepted.',
  },
  'FILES.MISSING': { zh: '没有收到文件。', en: 'No file was received.' },
  'TIME.NOT_MOVABLE': {
    zh: '这个库的业务时间就是真实时间，不能调整。要演示时间推移，请运行 npm run demo（使用自己的库）。',
    en: 'Business time of this database is real time and cannot be moved. To see time pass, run npm run demo: it has a database of its own.',
  },
  'TIME.BACKWARDS': {
    zh: '业务时间不能倒退，请选择当前业务时间之后的时刻。',
    en: 'Business time never runs backwards: choose an instant after the present business time.',
  },
  'PORTAL.NOTHING_TO_FILE': { zh: '目前没有需要提交的备案。', en: 'There is nothing to file at present.' },
  'PORTAL.ALREADY_FILED': { zh: '备案已提交。', en: 'The filing has been submitted already.' },
  'PORTAL.NOTHING_TO_SUPPLEMENT': {
    zh: '目前没有需要补正的材料。',
    en: 'No supplement is asked for at present.',
  },
  'PORTAL.FORM_INVALID': { zh: '表单有内容需要更正。', en: 'Some fields of the form need correction.' },
  'INCIDENTS.ADMIN_ONLY': {
    zh: '只有管理员可以处理异常。',
    en: 'Only an administrator may settle an incident.',
  },
  'INCIDENTS.UNKNOWN': { zh: '没有这条异常记录。', en: 'There is no such incident.' },
  'INCIDENTS.RESOLVED': {
    zh: '这条异常已经处理过了，请刷新列表。',
    en: 'The incident has been settled already. Refresh the list.',
  },
  'CASES.NO_INCIDENT': {
    zh: '该环节已经继续办理，没有可以重试的内容。',
    en: 'The step has gone on already: there is nothing to try again.',
  },
  'CASES.SERVICE_NOT_OPEN': {
    zh: '该环节不再等待系统结果，无法代为填写或跳过。',
    en: 'The step no longer waits for a system: there is nothing to skip or to answer.',
  },
};
