import type { Page } from 'playwright-core';
import { consolePaths } from '../../gateway/console/consolePaths';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, visit } from '../support/browser/openConsole';
import { seriousViolations } from '../support/browser/seriousViolations';

const ids: Readonly<Record<string, string>> = {
  '/actors/*': 'ofac:43337',
  '/wallets/*': 'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
  '/accounts/*': 'meridian:acct-1001',
  '/processes/*': 'new',
  '/proposals/*': 'none',
};
const paths = consolePaths
  .filter((path) => path !== '/signed-in')
  .map((path) => path.replace('*', ids[path] ?? 'none'));

describeInBrowser('every page, by axe', () => {
  let up: ConsoleUp;
  beforeAll(async () => {
    up = await openConsole();
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  describe.each([
    ['light and wide', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }],
    ['dark and as narrow as a telephone', { colorScheme: 'dark', viewport: { width: 390, height: 800 } }],
  ] as const)('%s', (_name, options) => {
    let page: Page;
    beforeAll(async () => {
      page = await up.signIn('legal', options);
    });
    it.each(paths)('%s has nothing serious, and is no wider than the screen', async (path) => {
      await visit(page, path);
      expect(await seriousViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThan(2);
    });
  });

  it('the sign-in page, too', async () => {
    const stranger = await up.openPage();
    await stranger.goto(up.url);
    expect(await seriousViolations(stranger)).toEqual([]);
  });
});
