import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { expectPicture } from '../support/browser/expectPicture';
import { type ConsoleUp, openConsole, says, textOf, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';

const bureau = '/actors/ofac:43337';

describeInBrowser('an actor and its picture', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('shows designations, aliases, relationships both ways, wallets and claims', async () => {
    await visit(page, '/actors/ofac:27307');
    for (const name of [/^designations/i, /^aliases/i, /^relationships/i, /^wallets/i, /^claims/i])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    await page
      .getByRole('table', { name: /designations/i })
      .getByText('ofac-sdn')
      .first()
      .waitFor();
  });

  it('shows the frozen accounts as a table with amounts in units, and on whose word', async () => {
    await visit(page, bureau);
    const table = page.getByRole('table', { name: /frozen accounts/i });
    await table.getByRole('row').nth(4).waitFor();
    const rows = await table.innerText();
    for (const id of ['harborlight:hl-77', 'harborlight:hl-81', 'meridian:acct-1001', 'meridian:acct-1002'])
      expect(rows).toContain(id);
    expect(rows).toMatch(/8\.75 ETH/);
    expect(rows).toMatch(/24,500 USDC/);
    expect(rows).toContain('JY1498');
    await says(page, /cut at hubs/i);
    await says(page, /made-up data/i);
  });

  it('draws them as the picture that is kept, which leaves as SVG and as PNG', async () => {
    await visit(page, bureau);
    const figure = page.getByRole('figure', { name: /trace/i });
    await figure.getByRole('button', { name: /export svg/i }).waitFor();
    const svg = await savedFile(page, figure.getByRole('button', { name: /export svg/i }));
    expect(svg.name).toBe('trace-ofac-43337.svg');
    expectPicture('trace', svg.content.toString());
    const png = await savedFile(page, figure.getByRole('button', { name: /export png/i }));
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    // A drawing of one colour would be far smaller.
    expect(png.content.length).toBeGreaterThan(20_000);
  });

  it('shows the sources of an edge, takes a note, hides a node, and saves and loads all of it', async () => {
    await visit(page, bureau);
    const figure = page.getByRole('figure', { name: /trace/i });
    await figure.getByRole('button', { name: /subordinate to/i }).click();
    await figure.getByText(/JY1498/).waitFor();
    const account = figure.getByRole('button', { name: /harborlight:hl-77/ });
    await account.focus();
    await page.keyboard.press('Enter');
    await figure.getByRole('textbox', { name: /note/i }).fill('asked the venue');
    await account.focus();
    await page.keyboard.press('ArrowDown');
    const other = figure.getByRole('button', { name: /meridian:acct-1002/ });
    await other.focus();
    await page.keyboard.press('Delete');
    await other.waitFor({ state: 'detached' });
    const saved = await savedFile(page, figure.getByRole('button', { name: /save picture/i }));
    expect(JSON.parse(saved.content.toString())).toMatchObject({
      format: 'cordon-picture',
      hidden: ['account meridian:acct-1002'],
      notes: { 'account harborlight:hl-77': 'asked the venue' },
    });
    await figure.getByRole('button', { name: /^reset/i }).click();
    await other.waitFor();
    await figure
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.json', mimeType: 'application/json', buffer: saved.content });
    await other.waitFor({ state: 'detached' });
    await figure.getByText('asked the venue').first().waitFor();
  });

  it('reports unavailable values, and never shows them as none', async () => {
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const { data } = (await response.json()) as { data?: { actor?: { frozenAccounts?: unknown } } };
      if (data?.actor?.frozenAccounts === undefined) return route.fulfill({ response });
      const lost = {
        message: 'The subgraph enforcement is unavailable.',
        path: ['actor', 'frozenAccounts'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      };
      return route.fulfill({
        json: { data: { ...data, actor: { ...data.actor, frozenAccounts: null } }, errors: [lost] },
      });
    });
    await visit(page, bureau);
    await says(page, /enforcement is unavailable/);
    await says(page, /not the same as none/i);
    expect(await textOf(page)).not.toMatch(/no frozen accounts/i);
    await page.unroute('**/graphql');
  });

  it('never shows an empty page as none while there is a next one', async () => {
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const { data } = (await response.json()) as {
        data?: { actor?: { frozenAccounts?: object; [field: string]: unknown } };
      };
      if (!data?.actor?.frozenAccounts) return route.fulfill({ response });
      const frozenAccounts = {
        ...data.actor.frozenAccounts,
        completeness: 'COMPLETE',
        nodes: [],
        pageInfo: { hasNextPage: true, endCursor: 'next' },
      };
      return route.fulfill({ json: { data: { ...data, actor: { ...data.actor, frozenAccounts } } } });
    });
    await visit(page, bureau);
    await says(page, /this is not “none”/i);
    await says(page, '0 of 4');
    await page.unroute('**/graphql');
  });
});
