import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

describeInBrowser('screening', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  beforeEach(() => visit(page, '/screening'));
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('explains matches of typed names by their words and points', async () => {
    await page
      .getByRole('textbox', { name: /names/i })
      .fill('Technical Reconaissance Bureau\nJane Q. Nobody');
    await page.getByRole('button', { name: /^screen/i }).click();
    const results = page.getByRole('table', { name: /results/i });
    await results
      .getByText(/TECHNICAL RECONNAISSANCE BUREAU/)
      .first()
      .waitFor();
    await results
      .getByText(/reconaissance = reconnaissance/i)
      .first()
      .waitFor();
    await says(page, /1 of 2 with matches/);
  });

  it('screens 1,501 rows of a file, and gives every row back with its own id', async () => {
    const nobodies = Array.from({ length: 1_500 }, (_, i) => `c-${i},Nobody Number${i},1980-01-01`);
    const file = csv('customers.csv', ['id,name,birthDate', ...nobodies, 'c-last,Kim Sang Man,']);
    await page.locator('input[type=file]').setInputFiles(file);
    await page
      .getByRole('table', { name: /results/i })
      .getByText(/KIM, ?Sang Man/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await says(page, /1501 of 1501|of 1501 with/);
    const { content } = await savedFile(page, page.getByRole('button', { name: /download csv/i }));
    const lines = content.toString().trim().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(1_502);
    expect(lines.filter((line) => line.includes('c-last'))).not.toEqual([]);
    expect(lines.filter((line) => /\bc-1499\b/.test(line))).toHaveLength(1);
  });

  it('asks which column is which where no header is known', async () => {
    await page.locator('input[type=file]').setInputFiles(csv('x.csv', ['Kunde,Nr', 'Kim Sang Man,7']));
    await says(page, /which column is which/i);
    await page
      .locator('main')
      .getByLabel(/^name$/i)
      .first()
      .click();
    await page.getByRole('option', { name: 'Kunde' }).click();
    await page.getByRole('button', { name: /^start/i }).click();
    await page
      .getByRole('table', { name: /results/i })
      .getByText(/KIM, ?Sang Man/i)
      .first()
      .waitFor();
  });

  it('says what is wrong with a file', async () => {
    await page.locator('input[type=file]').setInputFiles(csv('empty.csv', ['name']));
    await page.getByText(/has no rows/i).waitFor();
  });
});
