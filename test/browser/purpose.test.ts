import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';

describeInBrowser('the purpose of a look', () => {
  let up: ConsoleUp;
  beforeAll(async () => {
    up = await openConsole({ CORDON_PURPOSE_ROLES: 'analyst' });
  });
  afterAll(() => up.close());

  it('is asked of the roles that must give one, and then sent', async () => {
    const page = await up.signIn('analyst');
    await visit(page, '/accounts/meridian:acct-1001');
    await says(page, /PURPOSE_REQUIRED/);
    await page.getByRole('textbox', { name: /purpose of access/i }).fill('warrant 23-mj-0017, für Zoë');
    await page.keyboard.press('Enter');
    await says(page, 'FROZEN');
    await visit(page, '/accounts/meridian:acct-1002');
    await says(page, 'BLOCKED');
  });

  it('is not asked of others', async () => {
    const page = await up.signIn('auditor');
    await visit(page, '/accounts/meridian:acct-1001');
    await says(page, 'FROZEN');
    expect(await page.getByRole('textbox', { name: /purpose/i }).count()).toBe(0);
  });
});
