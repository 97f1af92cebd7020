import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, publish } from '../integration/office-patterns/desk.js';
import { barriersOn } from './browser/barriers.js';
import { onStage } from './browser/stage.js';

const dmn = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'workflows', 'risk-class.dmn'), 'utf8');

describe('the page of a process', () => {
  const { scene } = onStage();

  scene('shows its decisions as tables', async ({ city, screens }) => {
    const admin = await city.person('admin');
    const { id } = await admin.post<{ readonly id: string }>('/api/definitions', {
      xml: fixture('risk-class'),
      manifest: { pack: 'test' },
      decisions: { 'risk.dmn': dmn },
    });
    const page = await screens.person('admin', `/processes/${id}`, { language: 'en' });
    await page.getByRole('tab', { name: 'Decisions' }).click();
    const table = page.getByRole('table', { name: /^risk_class · Unique/ });
    await table.waitFor();
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'No.',
      expect.stringMatching(/^If\s+places\s+number$/),
      expect.stringMatching(/^Then\s+risk_class\s+string$/),
    ]);
    const rules = await table.locator('tbody tr').allInnerTexts();
    expect(rules.map((rule) => rule.split(/\s*\t\s*/))).toEqual([
      ['1', '< 50', '"low"'],
      ['2', '>= 50', '"high"'],
    ]);
    await page.getByText('Needs the data').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  scene('says how a step is signed, supplemented and sent back', async ({ city, screens }) => {
    const returning = '<lianban:return to="prepare" then="come-back"/><lianban:takeBack allowed="false"/>';
    const signed = await publish(city, 'countersign', (xml) =>
      xml.replace('<lianban:label en="Publish"/>', `$&${returning}`),
    );
    const page = await screens.person('admin', `/processes/${signed}`, { language: 'en' });
    await page.getByText('Vote: passes with 2/3 of “Agree”, and ends early once it cannot').waitFor();
    await page.getByText('; signers: signers; signers may be added and removed meanwhile').waitFor();
    await page.getByText('Return: to Prepare; then straight back to this step').waitFor();
    await page.getByText('May not be taken back').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`/processes/${await publish(city, 'supplement-round')}`);
    await page.getByText(/^Supplement: after “Supplement” it waits for the supplement \(.+\)/).waitFor();
  });
});
