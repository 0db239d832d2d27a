import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';

const exploiter = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96';

describeInBrowser('search and addresses', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('takes the token out of the address, and shows who is signed in', async () => {
    expect(page.url()).not.toContain('eyJ');
    const banner = page.getByRole('banner');
    await banner
      .getByText(/analyst-1/)
      .filter({ visible: true })
      .waitFor();
    await banner
      .getByText(/until /)
      .filter({ visible: true })
      .waitFor();
  });

  it.each([
    ['words of a name', 'technical reconn', /TECHNICAL RECONNAISSANCE BUREAU/, '/actors/ofac:43337'],
    [
      'a misspelt name',
      'Technical Reconaissance Bureau',
      /TECHNICAL RECONNAISSANCE BUREAU/,
      '/actors/ofac:43337',
    ],
    ['a wallet in lower case', exploiter.toLowerCase(), /0x098B716B/i, `/wallets/eip155:1:${exploiter}`],
    ['an account', 'meridian:acct-1001', /meridian:acct-1001/, '/accounts/meridian:acct-1001'],
  ])('leads to its page from %s', async (_kind, words, name, path) => {
    await visit(page, '/');
    const box = page.getByRole('searchbox', { name: /search/i });
    await box.fill(words);
    await box.press('Enter');
    await page.locator('main').getByRole('link', { name }).first().click();
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === path);
  });

  it('says that nothing is found, and what was not searched', async () => {
    await visit(page, '/?q=zzzz-no-such-thing-9');
    await says(page, /nothing was found/i);
  });

  it('says that an id is unknown; a reload stays where it was', async () => {
    await visit(page, '/actors/ofac:99999999');
    await says(page, /no actor has this id/i);
    await visit(page, '/screening');
    await page.reload();
    await page.getByRole('textbox', { name: /names/i }).waitFor();
  });

  it('says that there is no page at an address', async () => {
    await visit(page, '/nowhere');
    await page.getByRole('heading', { name: /not found/i }).waitFor();
    // The browser itself complains of the status 404.
    expect(up.takeComplaints()).toEqual([expect.stringContaining('404')]);
  });

  it('asks who has no token to sign in, and who signs out again', async () => {
    const stranger = await up.openPage();
    await stranger.goto(`${up.url}/accounts`);
    await stranger.getByRole('heading', { level: 1, name: /sign in/i }).waitFor();
    const leaving = await up.signIn('auditor');
    await leaving
      .getByRole('button', { name: /sign out/i })
      .first()
      .click();
    await leaving.getByText(/you have signed out/i).waitFor();
    await leaving.reload();
    await leaving.getByRole('heading', { level: 1, name: /sign in/i }).waitFor();
  });

  it('offers a partner its own venue and no pages of the operator', async () => {
    const partner = await up.signIn('partner', { venue: 'meridian' });
    await visit(partner, '/accounts');
    await says(partner, /meridian:/);
    expect(await partner.locator('main').innerText()).not.toContain('harborlight');
    expect(await partner.getByRole('link', { name: /proposals|ledger/i }).count()).toBe(0);
  });
});
