import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';
import { seriousViolations } from '../support/browser/seriousViolations';

const exploiter = 'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96';
const hash = `0xfade${'0'.repeat(59)}1`;

describeInBrowser('following funds', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('leads from a hash to its transaction, with its transfers and sources', async () => {
    await visit(page, '/');
    const box = page.getByRole('searchbox', { name: /search/i });
    await box.fill(hash.toUpperCase().replace('0X', '0x'));
    await box.press('Enter');
    await page
      .locator('main')
      .getByRole('link', { name: /0xfade/ })
      .first()
      .click();
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === `/transactions/eip155:1:${hash}`);
    await page
      .getByRole('table', { name: /transfers/i })
      .getByText(/12 ETH/)
      .waitFor();
    await says(page, /illustrative/i);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('says that nothing of a transaction is known, and not that there is none', async () => {
    await visit(page, `/transactions/eip155:1:0x${'0'.repeat(64)}`);
    await says(page, /nothing of this transaction is known here/i);
    await says(page, /does not say that there is none/i);
  });

  it('shows the gaps of a transaction with outputs, also beside what is known', async () => {
    await page.route('**/graphql', (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName: string };
      return operationName === 'TransactionPage' ? route.fulfill({ json: outputUnknown }) : route.continue();
    });
    await visit(page, `/transactions/eip155:1:${hash}`);
    await says(page, /some of this could not be loaded/i);
    await page.unroute('**/graphql');
  });

  it('draws where funds of a wallet went, on a time axis and as a table, from its address', async () => {
    await visit(page, `/wallets/${exploiter}?follow=OUT&hops=5`);
    const figure = page.getByRole('figure', { name: /funds of/i });
    await figure.getByText('2022-04-02', { exact: true }).first().waitFor();
    const table = page.getByRole('table', { name: /where funds went/i });
    await table
      .getByText(/custodial/i)
      .first()
      .waitFor();
    await table
      .getByText(/11\.5 ETH/)
      .first()
      .waitFor();
    await figure.getByRole('button', { name: /11\.5 ETH/ }).press('Enter');
    await figure.getByText(/11500000000000000000 base units/).waitFor();
    await figure.getByText(/sources of the transfer/i).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('adds paths to the picture, and asks for them anew where a saved one is loaded', async () => {
    await visit(page, `/wallets/${exploiter}?follow=OUT&hops=5`);
    const figure = page.getByRole('figure', { name: /funds of/i });
    await figure.waitFor();
    const target = '0xfade000000000000000000000000000000001001';
    await page
      .getByLabel(/path to wallet/i)
      .first()
      .fill(target);
    await page
      .getByRole('button', { name: /find paths/i })
      .first()
      .click();
    await page
      .getByRole('table', { name: /paths from/i })
      .getByText(/11\.5 ETH/)
      .first()
      .waitFor();
    const saved = await savedFile(page, figure.getByRole('button', { name: /save picture/i }));
    expect(JSON.parse(saved.content.toString()).steps).toHaveLength(2);
    await visit(page, `/wallets/${exploiter}?follow=OUT&hops=5`);
    await figure.waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      figure.getByRole('button', { name: /load picture/i }).click(),
    ]);
    await chooser.setFiles({ name: 'p.json', mimeType: 'application/json', buffer: saved.content });
    await page.getByRole('table', { name: /paths from/i }).waitFor();
  });

  it('filters transfers by day, asset and counterparty, and says what is wrong with a filter', async () => {
    await visit(page, `/wallets/${exploiter}`);
    const transfers = page.getByRole('table', { name: /transfers/i });
    await transfers.getByText(/25,000 USDC/).waitFor();
    await page.getByLabel(/from day/i).fill('2022-04-02');
    await page.getByLabel(/until day/i).fill('2022-04-03');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await transfers.getByText(/8 ETH/).waitFor({ state: 'detached' });
    await transfers.getByText(/25,000 USDC/).waitFor();
    await page.getByLabel(/at least/i).fill('5');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByText(/name the asset as well/i).waitFor();
  });

  it('walks relationships on from an actor in the picture', async () => {
    await visit(page, '/actors/ofac:43337');
    const figure = page.getByRole('figure', { name: /relationships of/i });
    const before = await page.getByRole('table', { name: 'Relationships' }).getByRole('row').count();
    await figure
      .getByRole('button', { name: /LAZARUS GROUP/ })
      .first()
      .press('Enter');
    await figure.getByRole('button', { name: /walk on from here/i }).click();
    await page.getByRole('table', { name: 'Relationships' }).getByRole('row').nth(before).waitFor();
    await page.getByRole('heading', { name: /^ownership/i }).waitFor();
  });

  it('draws more than 500 nodes on a canvas, which leaves as SVG and says what was cut', async () => {
    await page.route('**/graphql', (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName: string };
      return operationName === 'FollowReach' ? route.fulfill({ json: manyWallets(600) }) : route.continue();
    });
    await visit(page, `/wallets/${exploiter}?follow=OUT&hops=5`);
    const figure = page.getByRole('figure', { name: /funds of/i });
    // On a busy machine the layout of so many takes long.
    await figure.getByText(/601 nodes are drawn on a canvas/i).waitFor({ timeout: 60_000 });
    await figure.locator('canvas').first().waitFor();
    await page
      .getByText(/cut at hubs/i)
      .first()
      .waitFor();
    const svg = await savedFile(page, figure.getByRole('button', { name: /export svg/i }));
    expect(svg.content.toString()).toMatch(/HUB_CUT: Cut at hubs/);
    await page.unroute('**/graphql');
  });
});

/** The answer for a transaction whose output could not be read whole. */
const outputUnknown = {
  data: {
    transaction: {
      id: `eip155:1:${hash}`,
      chain: 'eip155:1',
      txHash: hash,
      at: '2022-04-01T00:00:00Z',
      illustrative: true,
      asset: { symbol: 'ETH', decimals: 18 },
      inputs: [],
      outputs: [{ index: 0, amount: '5', wallet: null }],
      sources: [],
      transfers: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
    },
  },
  errors: [{ message: 'not answered', path: ['transaction', 'outputs', 0, 'wallet'] }],
};

/** The answer to a reach over so many wallets: half of them one hop away, the others behind them. */
function manyWallets(count: number) {
  const wallet = (n: number) => ({ id: `eip155:1:0x${String(n).padStart(40, '0')}` });
  const asset = { id: 'eip155:1/slip44:60', symbol: 'ETH', decimals: 18 };
  const hop = (from: object, to: object, at: string) => {
    const txHash = `0x${'0'.repeat(64)}`;
    return { txHash, amount: '5', at, illustrative: true, asset, from, to, crossing: null };
  };
  const nodes = Array.from({ length: count / 2 }, (_, i) => {
    const [near, far] = [wallet(2 * i + 1), wallet(2 * i + 2)];
    const hops = [
      hop({ id: exploiter }, near, '2022-04-01T00:00:00Z'),
      hop(near, far, '2022-04-02T00:00:00Z'),
    ];
    const path = { amount: '5', illustrative: true, hops };
    return { custodial: true, categories: [], wallet: far, names: [], path };
  });
  const wallets = { totalCount: nodes.length, nodes };
  const reach = { completeness: 'HUB_CUT', walletCount: count, cutCount: 0, cuts: [], wallets };
  return { data: { wallet: { id: exploiter, reach } } };
}
