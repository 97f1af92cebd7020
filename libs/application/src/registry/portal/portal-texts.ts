import type { Text2 } from '@lianban/contracts';
import type { NoticeKind } from '../../cases/index.js';
import type { PortalPhase } from './portal-phase.js';

/** Where you stand, in plain words. */
export const standingTexts: Readonly<Record<PortalPhase, Text2>> = {
  registered: {
    zh: '您的机构已登记。现在就可以填写并提交备案。',
    en: 'Your institution is registered. You can fill in and submit the filing now.',
  },
  pushing: {
    zh: '登记信息正在推送给卫生健康部门。您可以先提交备案。',
    en: 'Your registration is on its way to the health department. You can submit the filing already.',
  },
  dossier: {
    zh: '卫生健康部门正在为您建档。您可以先提交备案。',
    en: 'The health department is opening your dossier. You can submit the filing already.',
  },
  'to-file': { zh: '请提交备案材料。', en: 'Please submit your filing.' },
  'filed-early': {
    zh: '备案已收到，建档后即开始审查。',
    en: 'Your filing has arrived. It will be examined as soon as the dossier is open.',
  },
  checking: {
    zh: '卫生健康部门正在审查材料是否齐全。',
    en: 'The health department is checking whether your materials are complete.',
  },
  supplement: {
    zh: '材料不齐，请一次性补正。补正期间时限暂停。',
    en: 'Some materials are missing. Please send them together; the time limit is stopped meanwhile.',
  },
  verifying: {
    zh: '材料齐全，各部门正在并联核验，随后出具备案回执。',
    en: 'Your materials are complete. The departments are verifying them; the receipt follows.',
  },
  receipt: { zh: '备案回执已出具。', en: 'The filing receipt has been issued.' },
  visiting: {
    zh: '备案回执已出具，接下来各部门将联合现场核实。',
    en: 'The filing receipt has been issued. A joint visit of the departments comes next.',
  },
  verified: { zh: '备案已核实通过，办件已办结。', en: 'Your filing has been verified. The case is closed.' },
  correcting: {
    zh: '现场核实有不符合项，已转入整改。',
    en: 'The visit found points that do not conform. They are now to be corrected.',
  },
  lapsed: {
    zh: '补正逾期，上次备案已失效。您可以重新提交。',
    en: 'The supplement did not come in time and the filing lapsed. You can file again.',
  },
  'not-filed': {
    zh: '本次未予备案，请联系卫生健康部门。',
    en: 'The filing was not accepted. Please contact the health department.',
  },
  'out-of-scope': {
    zh: '经审查，您的机构不属于备案范围。',
    en: 'Your institution was found to be outside the scope of filing.',
  },
  'home-based-point': {
    zh: '您的机构登记为家庭托育点，无需按本流程备案。',
    en: 'You are recorded as a home-based care point; this filing is not needed.',
  },
};

export const nextTexts: Readonly<Record<'file' | 'supplement', Text2>> = {
  file: { zh: '填写备案书、上传材料并提交', en: 'Fill in the form, upload your materials and submit' },
  supplement: { zh: '上传缺少的材料并提交补正', en: 'Upload what is missing and submit the supplement' },
};

/** The way of a filing as an institution sees it, with the instant that ends each part. */
export const portalSteps: readonly {
  readonly name: Text2;
  readonly milestone: string;
  readonly begins: readonly PortalPhase[];
}[] = [
  { name: { zh: '登记', en: 'Registered' }, milestone: 'institution.registered', begins: ['registered'] },
  {
    name: { zh: '提交备案', en: 'Filing submitted' },
    milestone: 'filing.submitted',
    begins: ['pushing', 'dossier', 'to-file'],
  },
  {
    name: { zh: '材料齐全', en: 'Materials complete' },
    milestone: 'filing.completed',
    begins: ['filed-early', 'checking', 'supplement'],
  },
  {
    name: { zh: '备案回执', en: 'Receipt issued' },
    milestone: 'filing.receipt-issued',
    begins: ['verifying'],
  },
  {
    name: { zh: '现场核实', en: 'Verified on site' },
    milestone: 'filing.verified',
    begins: ['receipt', 'visiting'],
  },
];

export const noticeText = (kind: string, payload: Readonly<Record<string, unknown>>): Text2 => {
  const { text } = payload;
  if (typeof text === 'object' && text !== null && 'zh' in text && 'en' in text) {
    return { zh: String(text.zh), en: String(text.en) };
  }
  return (
    (noticeTexts as Readonly<Record<string, Text2 | undefined>>)[kind] ?? {
      zh: '有新的通知。',
      en: 'There is a new notice.',
    }
  );
};

/** Whatever is sent has its words: a kind without any doesn't compile. */
const noticeTexts: Readonly<Record<NoticeKind, Text2>> = {
  'unfiled-reminder': {
    zh: '提醒：您的机构已登记但尚未备案，请尽快网上提交。',
    en: 'Reminder: your institution is registered but has not filed yet. Please file online soon.',
  },
  'supplement-notice': {
    zh: '一次性补正告知书已发出。',
    en: 'A notice of the missing materials has been issued.',
  },
  'filing-receipt': {
    zh: '备案回执已出具，可下载。',
    en: 'The filing receipt has been issued and can be downloaded.',
  },
  'extension-notice': {
    zh: '办理期限已延长，延期通知书可下载。',
    en: 'The time of your case was extended. The notice can be downloaded.',
  },
  'nonconformity-notice': {
    zh: '不符合备案标准通知书已发出，可下载；请按通知书整改。',
    en: 'A notice of non-conformity has been issued and can be downloaded. Please correct what it names.',
  },
};
