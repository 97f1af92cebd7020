import type { DemoLogin, Role, Text2 } from '@lianban/contracts';

/** The one word that opens every account of a demo. Printed on the screen; never used outside of one. */
export const demoPassword = 'zhoushan';

/** The first 17 signs of the demo institution's credit code; an invented company of Dinghai. */
export const demoInstitutionCode = '91330902MA2DEM001';

interface Card {
  readonly username: string;
  readonly role: Role;
  readonly name: Text2;
  readonly does: Text2;
}

const cards: readonly Card[] = [
  {
    username: 'market-regulation.dinghai.registrar',
    role: 'registrar',
    name: { zh: '登记员甲（市场监管·定海）', en: 'Registrar A, market regulation, Dinghai' },
    does: { zh: '登记一家托育机构，或导入台账', en: 'Registers a care institution or imports a ledger' },
  },
  {
    username: 'health.dinghai',
    role: 'clerk',
    name: { zh: '经办人甲（卫健·定海）', en: 'Clerk A, health, Dinghai' },
    does: {
      zh: '建档、审材料、出回执、下结论',
      en: 'Opens dossiers, checks materials, issues receipts, concludes',
    },
  },
  {
    username: 'fire.dinghai',
    role: 'clerk',
    name: { zh: '经办人甲（消防·定海）', en: 'Clerk A, fire, Dinghai' },
    does: { zh: '核验消防证明，参加联合现场核实', en: 'Verifies the fire document and joins the visit' },
  },
  {
    username: 'supervisor.dinghai',
    role: 'supervisor',
    name: { zh: '联席办专员（定海）', en: 'Joint-meeting officer, Dinghai' },
    does: {
      zh: '看全区超期与临期，谁在办、为何到期',
      en: 'Sees what is late, who holds it and why it is due',
    },
  },
  {
    username: 'admin',
    role: 'admin',
    name: { zh: '系统管理员', en: 'Administrator' },
    does: { zh: '看流程、收件和异常', en: 'Looks at processes, intake and incidents' },
  },
];

const institutionCard: Omit<Card, 'username'> = {
  role: 'institution',
  name: { zh: '定海示例托育园（机构）', en: 'Dinghai Example Nursery (institution)' },
  does: { zh: '提交备案、补正、下载回执', en: 'Files, supplements, downloads the receipt' },
};

/** One card per role for the sign-in page; `institution` is the credit code of the demo institution. */
export const demoLogins = (institution: string): DemoLogin[] =>
  [...cards, { ...institutionCard, username: institution }].map((card) => ({
    ...card,
    password: demoPassword,
  }));
