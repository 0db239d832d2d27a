import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, textOf, visit } from '../support/browser/openConsole';

const account = '/accounts/meridian:acct-1003';
const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describeInBrowser('a freeze by two people', () => {
  let up: ConsoleUp;
  let analyst: Page;
  beforeAll(async () => {
    up = await openConsole();
    analyst = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('legal records the process that it rests on', async () => {
    const legal = await up.signIn('legal');
    await visit(legal, '/processes/new');
    await legal.getByRole('textbox', { name: /authority/i }).fill('US District Court, D.D.C.');
    await legal.getByRole('textbox', { name: /docket/i }).fill('23-mj-0017');
    await legal.getByLabel(/served/i).fill(yesterday);
    await legal.getByRole('checkbox', { name: /told/i }).check();
    const main = legal.locator('main');
    await main.getByLabel(/^kind/i).first().click();
    await legal.getByRole('option', { name: /restraining order/i }).click();
    await main
      .getByLabel(/disclosure/i)
      .first()
      .click();
    await legal.getByRole('option', { name: /^open/i }).click();
    await main
      .locator('input')
      .and(legal.getByLabel(/^accounts/i))
      .first()
      .fill('meridian:acct-1003');
    await legal.keyboard.press('Enter');
    await legal.getByRole('button', { name: /record/i }).click();
    await says(legal, /recorded/i);
    await legal.waitForURL(/\/processes\/(?!new)/);
    await visit(legal, '/processes');
    await legal
      .getByRole('link', { name: /23-mj-0017/ })
      .first()
      .waitFor();
  });

  it('the analyst proposes, and cannot approve', async () => {
    await visit(analyst, account);
    await analyst.getByRole('button', { name: /propose a freeze/i }).click();
    await analyst.getByLabel(/basis/i).first().click();
    await analyst.getByRole('option', { name: /23-mj-0017/ }).click();
    await analyst.getByRole('textbox', { name: /reason/i }).fill('the order was served');
    await analyst
      .getByRole('button', { name: /^propose/i })
      .last()
      .click();
    await analyst
      .getByRole('dialog')
      .getByText(/waiting for another person/i)
      .waitFor();
    await visit(analyst, '/proposals');
    await analyst
      .getByRole('link', { name: /acct-1003/ })
      .first()
      .click();
    await says(analyst, /another person decides/i);
    expect(await analyst.getByRole('button', { name: /^approve/i }).count()).toBe(0);
  });

  it('the badge tells the approver, who compares the digest and approves', async () => {
    const approver = await up.signIn('approver');
    await approver.getByLabel(/1 waiting for a decision/i).waitFor();
    await visit(approver, '/proposals');
    await approver
      .getByRole('link', { name: /acct-1003/ })
      .first()
      .click();
    await says(approver, /analyst-1 proposes to freeze meridian:acct-1003/);
    await says(approver, /computed here from the exact content, matches/);
    await approver.getByRole('button', { name: /^approve/i }).click();
    await approver.getByRole('button', { name: /confirm approval/i }).click();
    await says(approver, /approved by approver-1/i);
  });

  it('the account is frozen from now on, and was not before', async () => {
    await visit(analyst, account);
    await says(analyst, /FROZEN/);
    await visit(analyst, `${account}?asOf=${yesterday}`);
    await says(analyst, new RegExp(`\\(${yesterday}\\)`));
    expect(await textOf(analyst)).not.toMatch(/FROZEN \(/);
  });

  it('shows a rejection by the rules in its form, in words', async () => {
    await visit(analyst, '/accounts/meridian:acct-1001');
    await analyst.getByRole('button', { name: /propose a forfeiture/i }).click();
    await analyst.getByRole('textbox', { name: /reason/i }).fill('no order at all');
    await analyst
      .getByRole('button', { name: /^propose/i })
      .last()
      .click();
    const note = analyst.getByRole('dialog').getByRole('alert');
    // Support finds the request in the log by this.
    await note.getByText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/).waitFor();
  });

  it('a measure is released by two people: a rejection by the rules stands in the form', async () => {
    await visit(analyst, account);
    const measures = analyst.getByRole('table', { name: /measures/i });
    await measures
      .getByRole('row', { name: /^freeze/i })
      .getByRole('button', { name: /release/i })
      .click();
    const dialog = analyst.getByRole('dialog');
    await dialog
      .getByLabel(/end reason/i)
      .first()
      .click();
    await analyst.getByRole('option', { name: /withdrawal/i }).click();
    await dialog.getByRole('textbox', { name: /reason/i }).fill('asked for');
    await dialog.getByRole('button', { name: /^propose/i }).click();
    await dialog.getByText('BASIS_STILL_IN_FORCE').waitFor();
  });

  it('a flag is set by a rule and cleared by one person', async () => {
    await visit(analyst, '/accounts/meridian:acct-1001');
    await analyst.getByRole('button', { name: /^flag/i }).click();
    const dialog = analyst.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^rule/i }).fill('R-7: deposits from a listed wallet');
    await dialog.getByRole('textbox', { name: /reason/i }).fill('seen on the list');
    await dialog.getByRole('button', { name: /carry out/i }).click();
    await dialog.getByText(/carried out/i).waitFor();
    await visit(analyst, '/accounts/meridian:acct-1001');
    const flag = analyst.getByRole('row', { name: /^flag.*in force/i }).last();
    await flag.getByRole('button', { name: /clear/i }).click();
    await dialog.getByRole('textbox', { name: /reason/i }).fill('a mistake');
    await dialog.getByRole('button', { name: /carry out/i }).click();
    await dialog.getByText(/carried out/i).waitFor();
  });

  it('legal cannot take the day of service away from a process', async () => {
    const legal = await up.signIn('legal');
    await visit(legal, '/processes');
    await legal
      .getByRole('link', { name: /23-mj-0017/ })
      .first()
      .click();
    await legal.getByRole('button', { name: /^amend/i }).click();
    const dialog = legal.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /reason/i }).fill('served otherwise');
    const amend = dialog.getByRole('button', { name: /^amend/i });
    expect(await amend.isEnabled()).toBe(true);
    await dialog.getByRole('textbox', { name: /served/i }).fill('');
    expect(await amend.isEnabled()).toBe(false);
  });

  it('legal withdraws the process, and says why', async () => {
    const legal = await up.signIn('legal');
    await visit(legal, '/processes');
    await legal
      .getByRole('link', { name: /23-mj-0017/ })
      .first()
      .click();
    await legal.getByRole('button', { name: /^withdraw/i }).click();
    const dialog = legal.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /reason/i }).fill('the court took it back');
    await dialog.getByRole('button', { name: /^withdraw/i }).click();
    await says(legal, /^withdrawn$/i);
  });

  it('a holding is registered, and its amounts are recorded in whole units', async () => {
    await visit(analyst, account);
    await analyst.getByRole('button', { name: /register a holding/i }).click();
    const dialog = analyst.getByRole('dialog');
    await dialog.getByLabel(/^asset/i).fill('eip155:1/slip44:60');
    await dialog.getByLabel(/^held/i).fill('5000000000000000000');
    await dialog.getByRole('button', { name: /^record/i }).click();
    const holdings = analyst.getByRole('table', { name: /holdings/i });
    await holdings.getByText('5 ETH').waitFor();
    await analyst.getByRole('button', { name: /record an inflow/i }).click();
    await dialog
      .getByLabel(/^asset/i)
      .first()
      .click();
    await analyst.getByRole('option', { name: 'ETH' }).click();
    await dialog.getByLabel(/^amount/i).fill('1.25');
    await dialog.getByRole('button', { name: /^record/i }).click();
    await holdings.getByText('1.25 ETH').waitFor();
  });

  it('legal places a retention hold, and lifts it; a rejection stands in the form', async () => {
    const legal = await up.signIn('legal');
    await visit(legal, '/processes');
    await legal.getByRole('button', { name: /place a retention hold/i }).click();
    const dialog = legal.getByRole('dialog');
    const accounts = dialog.locator('input').and(dialog.getByLabel(/^accounts/i));
    await accounts.first().fill('meridian:acct-1003');
    await legal.keyboard.press('Enter');
    await dialog.getByLabel(/^reason/i).fill('litigation is expected');
    await dialog.getByRole('button', { name: /^record/i }).click();
    const hold = legal
      .getByRole('table', { name: /retention holds/i })
      .getByRole('row', { name: /litigation is expected/ });
    await hold.getByRole('button', { name: /^correct/i }).click();
    await dialog.getByLabel(/^event/i).fill('1');
    await dialog.getByLabel(/^reason$|^reason \*/i).fill('a slip');
    await dialog.getByRole('button', { name: /^record/i }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: /^cancel/i }).click();
    await hold.getByRole('button', { name: /^lift/i }).click();
    await dialog.getByLabel(/^reason/i).fill('it is over');
    await dialog.getByRole('button', { name: /^record/i }).click();
    await hold.waitFor({ state: 'detached' });
  });

  it('what an auditor may not do is not offered', async () => {
    const auditor = await up.signIn('auditor');
    await visit(auditor, account);
    await says(auditor, /Measures/);
    expect(
      await auditor
        .getByRole('button', { name: /propose|freeze|watch|clear|register|^record|^correct/i })
        .count(),
    ).toBe(0);
  });
});
