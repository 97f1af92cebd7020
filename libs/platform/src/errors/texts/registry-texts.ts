import type { Language } from '../language.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Registration, the institution's portal, files and the demo. */
export const registryTexts: Texts = {
  'REGISTRY.INVALID': {
    zh: '有字段不符合登记规则，详见各字段。',
    en: 'Some fields break a rule of registration; see each field.',
  },
  'REGISTRY.LEDGER_OVERTAKEN': {
    zh: '导入期间，其中有机构被他人登记，本次未登记任何一行。请重新上传台账。',
    en: 'Somebody registered one of these rows meanwhile, so none was registered. Send the ledger again.',
  },
  'PORTAL.UNKNOWN_FORM': { zh: '备案流程没有这张表单。', en: 'The filing process has no such form.' },
  'PORTAL.UNKNOWN_INSTITUTION': { zh: '没有这家机构。', en: 'There is no such institution.' },
  'FILES.UNKNOWN': { zh: '没有这个文件。', en: 'There is no such file.' },
  'FILES.FORM_BROKEN': {
    zh: '上传的表单损坏或未传完，请重新上传。',
    en: 'The uploaded form is broken or was cut short: send it again.',
  },
  'FILES.NOT_READY': {
    zh: '文书正在生成，请稍后再下载。',
    en: 'The document is still being made: download it in a moment.',
  },
  'FILES.TOO_MANY': {
    zh: '每家机构最多保存 200 个文件。请联系卫生健康部门。',
    en: 'An institution may keep 200 files. Please contact the health department.',
  },
  'INTAKE.UNKNOWN_EVENT': { zh: '没有这个事件。', en: 'There is no such event.' },
  'DEMO.UNKNOWN_DISTRICT': {
    zh: '该辖区没有登记机关的演示来源，请换一个辖区。',
    en: 'No registrar sends events for this district: choose another.',
  },
  'DEMO.DOOR_REFUSED': {
    zh: '演示事件未被收件接口接受，请稍后再试。',
    en: 'The intake door did not take the demo event. Try again shortly.',
  },
  'DEMO.NOT_FILED': {
    zh: '演示备案没有发出事件，请重试。',
    en: 'The demo filing put out no event. Try again.',
  },
  'DEMO.NOT_ROUTED': {
    zh: '没有流程接收托班同意事件，请先发布备案流程。',
    en: 'No process hears the approval of a nursery class: publish the filing process first.',
  },
  'DEMO.NO_PEOPLE': {
    zh: '缺少演示人员，请重新写入演示数据。',
    en: 'The demo people are missing: seed the demo again.',
  },
  'DEMO.NO_SOURCE': {
    zh: '演示来源没有密钥，请重新写入演示数据。',
    en: 'The demo source has no secret: seed the demo again.',
  },
  'DEMO.NO_TASK': {
    zh: '演示办件的待办未生成，请重试。',
    en: 'The task of the demo case is not open. Try again.',
  },
};
