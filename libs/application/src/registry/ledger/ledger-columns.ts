import type { RegisterInstitutionRequest } from '@lianban/contracts';

type Field = keyof RegisterInstitutionRequest;

/** The template's header. English field names are understood as well. */
export const ledgerColumns: readonly {
  readonly field: Field;
  readonly zh: string;
  readonly example: string;
}[] = [
  { field: 'uscc', zh: '统一社会信用代码', example: '91350100M000100Y43' },
  { field: 'nameZh', zh: '机构名称', example: '示例托育园' },
  { field: 'registrationType', zh: '登记类型', example: '企业' },
  { field: 'registrationAuthority', zh: '登记机关', example: '市场监管' },
  { field: 'businessScope', zh: '业务范围', example: '3岁以下婴幼儿照护服务' },
  { field: 'address', zh: '住所', example: '定海区示例路1号' },
  { field: 'district', zh: '辖区', example: '定海区' },
  { field: 'legalRepresentative', zh: '法定代表人', example: '示例甲' },
  { field: 'certificateNo', zh: '登记证号', example: '示例-0001' },
  { field: 'registeredAt', zh: '登记日期', example: '2026-03-02' },
];

/** Words that offices write for our codes. */
export const ledgerWords: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>> = {
  registrationType: { 企业: 'enterprise', 社会服务机构: 'ngo', 民办非企业单位: 'ngo', 事业单位: 'public' },
  registrationAuthority: {
    市场监管: 'market-regulation',
    市场监管局: 'market-regulation',
    民政: 'civil-affairs',
    民政局: 'civil-affairs',
    编办: 'staffing-office',
    机构编制: 'staffing-office',
  },
};

/** A byte order mark, so that spreadsheet programs read the Chinese header as UTF-8. */
export const ledgerTemplate = (): string => {
  const rows = [ledgerColumns.map(({ zh }) => zh), ledgerColumns.map(({ example }) => example)];
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
};
