import type { Language } from '../language.js';

/** 台风、停航 over districts. */
export const emergencyTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'EMERGENCIES.UNKNOWN': {
    zh: '没有这条停办记录，可能已不属于本辖区。请刷新列表。',
    en: 'There is no such emergency. Reload the list.',
  },
  'EMERGENCIES.UNKNOWN_PLACE': {
    zh: '所选地方不在辖区名录中。请从列表中选择。',
    en: 'One of the places is not a district known here. Choose from the list.',
  },
  'EMERGENCIES.NOT_YOURS': {
    zh: '只有管理员，或所辖地方的联席会议办公室，可以登记或解除停办。',
    en: 'Only an administrator, or the joint-meeting office of these districts, may enter or lift an emergency.',
  },
  'EMERGENCIES.BEGINS_IN_THE_PAST': {
    zh: '停办只能从现在或以后开始。已经过去的停工停航日，请在工作日历中登记为本地放假日，期限会重算。',
    en: 'An emergency begins now or later. Enter days that have passed as local days off in the calendar: deadlines are then counted anew.',
  },
  'EMERGENCIES.ENDS_FIRST': {
    zh: '结束时间早于或等于开始时间。请改正，或留空待解除。',
    en: 'It would end before it begins. Correct the end, or leave it open until the emergency is lifted.',
  },
  'EMERGENCIES.OVER': {
    zh: '这次停办已经结束，无需再解除。',
    en: 'The emergency is over already; there is nothing to lift.',
  },
};
