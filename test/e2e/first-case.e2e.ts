import { readFile } from 'node:fs/promises';
import { eventually, scan } from '@lianban/testing';
import { type Stage, onStage } from './browser/stage.js';
import { Desk } from './people/desk.js';

/** Step 6: who verifies what. */
const lanes = [
  ['fire', '消防证明核验'],
  ['housing-construction', '消防验收/房屋安全核验'],
  ['market-regulation', '营业范围、食品许可核验'],
  ['public-security', '人员违法犯罪记录核验'],
  ['natural-resources-planning', '选址用途核验'],
  ['mch', '卫生评价材料核验'],
] as const;

/** Step 9: who inspects. */
const inspectors = [
  ['fire', '消防：现场核实'],
  ['market-regulation', '市场监管：现场核实'],
  ['public-security', '公安：现场核实'],
  ['housing-construction', '住建：现场核实'],
  ['health-supervision', '卫生监督：现场核实'],
] as const;

const papers = [
  '备案书（签章扫描件）',
  '备案承诺书',
  '营业执照或登记证书',
  '场地证明',
  '工作人员专业资格证明',
  '工作人员健康合格证明',
  '卫生评价报告',
  '消防安全证明',
];

describe('the first case', () => {
  const { scene } = onStage();

  scene('goes from registration to conclusion by clicks and keys of everybody in it', play, 300_000);
});

async function play({ city, screens }: Stage): Promise<void> {
  const desks = new Map<string, Desk>();
  const deskOf = async (office: string): Promise<Desk> => {
    const desk = desks.get(office) ?? new Desk(await screens.person(`${office}.dinghai`, '/inbox'));
    desks.set(office, desk);
    return desk;
  };
  // Open before anything happens: the task must come by itself.
  const health = await deskOf('health');
  await health.page.getByRole('searchbox').waitFor();

  const {
    uscc,
    nameZh: title,
    businessScope,
    address,
    legalRepresentative,
    certificateNo,
  } = city.registration();
  const counter = await screens.person('market-regulation.dinghai.registrar', '/registry');
  await counter.getByRole('button', { name: '登记一家机构', exact: true }).click();
  await counter.waitForURL('**/registry/new');
  const fields = {
    统一社会信用代码: uscc,
    机构名称: title,
    业务范围: businessScope,
    住所: address,
    法定代表人: legalRepresentative,
    登记证号: certificateNo,
  };
  for (const [label, text] of Object.entries(fields))
    await counter.getByLabel(label, { exact: true }).fill(text);
  await counter.keyboard.press('Enter');
  await counter
    .getByRole('status')
    .filter({ hasText: `已登记：${title}` })
    .waitFor();

  await health.open(title, '建档、发备案告知书');
  await health.page.getByLabel('已核对举办人和工作人员禁入情况').check();
  await health.choose('需备案');

  const portal = await screens.person(uscc, '/portal');
  await portal.getByRole('button', { name: '填写备案' }).click();
  await portal.getByLabel('托位总数').fill('60');
  await portal.getByLabel('托小班数').fill('3');
  await portal.getByLabel('新建房屋或改变用途').check();
  await portal.getByLabel('联系人').fill('测试联系人');
  await portal.getByLabel('联系电话').fill('0580-0000000');
  await portal.getByLabel('承诺所填内容和材料真实有效').check();
  for (const paper of papers) {
    const file = { name: `${paper}.pdf`, mimeType: 'application/pdf', buffer: scan(paper) };
    await portal.getByLabel(`为“${paper}”选择文件`).setInputFiles(file);
    await portal.getByRole('link', { name: `${paper}.pdf` }).waitFor();
  }
  await portal.getByRole('button', { name: '提交备案' }).click();
  await portal.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await portal.getByRole('heading', { name: /您提交的内容/ }).waitFor();

  await health.open(title, '材料齐全性审查');
  for (const box of await health.page
    .locator('.fjs-form-field-checklist')
    .first()
    .getByRole('checkbox')
    .all()) {
    await box.check();
  }
  await health.choose('材料齐全');

  for (const [office, step] of lanes) {
    const desk = await deskOf(office);
    await desk.open(title, step);
    await desk.choose('符合');
  }

  await health.open(title, '出具备案回执');
  await health.choose('出具回执');

  // The portal is open all the time and hears of it.
  const receipt = portal.getByRole('link', { name: /^下载 .*回执.*PDF/ });
  await receipt.waitFor();
  const [download] = await Promise.all([portal.waitForEvent('download'), receipt.click()]);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await health.open(title, '备案信息公开');
  await health.choose('公开');

  for (const [office, step] of inspectors) {
    const desk = await deskOf(office);
    await desk.open(title, step);
    await desk.page.getByLabel('执法人员一姓名').fill('检查员甲');
    await desk.page.getByLabel('执法证号一').fill(`${office}-001`);
    await desk.page.getByLabel('执法人员二姓名').fill('检查员乙');
    await desk.page.getByLabel('执法证号二').fill(`${office}-002`);
    await desk.choose('符合');
  }
  await health.open(title, '卫生健康：牵头汇总');
  await health.page.getByLabel('执法人员一姓名').fill('检查员甲');
  await health.page.getByLabel('执法证号一').fill('health-001');
  await health.page.getByLabel('执法人员二姓名').fill('检查员乙');
  await health.page.getByLabel('执法证号二').fill('health-002');
  await health.choose('符合');
  await health.open(title, '核实结论');
  await health.choose('核实通过');

  await eventually('the publication site was told once', async () => {
    const calls = await city.departments.journal();
    return calls.filter(({ system, effect }) => system === 'publication' && effect).length === 1;
  });
  await portal.getByText('备案已核实通过，办件已办结。').waitFor();
  const supervisor = await screens.person('supervisor.dinghai', `/cases?q=${encodeURIComponent(title)}`);
  await supervisor.getByRole('row').filter({ hasText: '已备案并核实' }).getByRole('link').click();
  await supervisor.getByRole('heading', { level: 1, name: title }).waitFor();
}
