import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';

const exploiter = '/wallets/eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96';

describeInBrowser('a wallet', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('shows lists, attributions with their sources, exposure by five methods, transfers', async () => {
    await visit(page, exploiter);
    for (const name of [/^lists/i, /^attributions/i, /^exposure/i, /^transfers/i])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    await page
      .getByRole('table', { name: /attributions/i })
      .getByText(/LAZARUS/)
      .first()
      .waitFor();
    await page
      .getByRole('radiogroup', { name: /direction/i })
      .first()
      .getByText(/sent to/i)
      .click();
    const methods = page.getByRole('table', { name: /exposure/i }).first();
    for (const method of ['Poison', 'Haircut', 'FIFO', 'LIFO', 'TIHO'])
      await methods.getByText(method).first().waitFor();
  });

  it('filters transfers by direction', async () => {
    await visit(page, exploiter);
    const transfers = page.getByRole('table', { name: /transfers/i });
    await transfers.getByRole('row').nth(1).waitFor();
    await page
      .getByRole('radiogroup', { name: /direction/i })
      .last()
      .getByText(/sent/i)
      .click();
    await transfers.getByRole('row').nth(1).waitFor();
  });

  it('takes a statement by hand, which stands beside the others', async () => {
    await visit(page, exploiter);
    await page.getByRole('button', { name: /state the owner/i }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /or a label/i }).fill('A desk of our own');
    await dialog
      .getByLabel(/^confidence/i)
      .first()
      .click();
    await page.getByRole('option', { name: /^heuristic/i }).click();
    await dialog.getByRole('textbox', { name: /^method/i }).fill('read in a report');
    await dialog.getByRole('button', { name: /^record/i }).click();
    await page
      .getByRole('table', { name: /attributions/i })
      .getByText('A desk of our own')
      .waitFor();
    await says(page, /sources disagree/i);
  });

  it('is watched, and the watch can be ended', async () => {
    await visit(page, exploiter);
    await page.getByRole('button', { name: /^watch/i }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^watch/i })
      .click();
    await page.getByText(/each change from now on is an alert/i).waitFor();
    await visit(page, '/alerts');
    const watches = page.getByRole('table', { name: /watches/i });
    await watches.getByRole('button', { name: /^end/i }).click();
    await watches.getByText(/ended/).waitFor();
  });

  it('says that what is no address is none', async () => {
    await visit(page, '/wallets/not-a-wallet');
    await says(page, /not a wallet address|not valid|unknown/i);
  });
});
