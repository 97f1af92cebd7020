/** What form-js says by itself; its forms come in the reader's language already. */
const zh: Readonly<Record<string, string>> = {
  'Field is required.': '此项必填。',
  'Field must have minimum value of {value}.': '不能小于 {value}。',
  'Field must have maximum value of {value}.': '不能大于 {value}。',
  'Field must have minimum length of {value}.': '至少 {value} 个字。',
  'Field must have maximum length of {value}.': '最多 {value} 个字。',
  'Field must match pattern {value}.': '格式不对。',
  'Field must be a valid email.': '请填写有效的邮箱。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Value is expected to have at most 1 decimal digit.': '最多 1 位小数。',
  'Value is expected to have at most {value} decimal digits.': '最多 {value} 位小数。',
  'Date and time must both be entered.': '日期和时间都要填写。',
  Increment: '加一',
  Decrement: '减一',
  'No results': '没有结果',
  Search: '查找',
};

export const formText = (
  language: 'zh' | 'en',
  template: string,
  values: Readonly<Record<string, unknown>> = {},
): string =>
  ((language === 'zh' ? zh[template] : undefined) ?? template).replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => (name in values ? String(values[name]) : whole),
  );
