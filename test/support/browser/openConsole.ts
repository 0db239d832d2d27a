import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { cli, runEntry, temporaryFolder } from '../runCordon';
import { chromiumPath } from './chromiumPath';

export interface ConsoleUp {
  readonly url: string;
  /** The settings of its server, for commands beside it. */
  readonly env: Readonly<Record<string, string>>;
  /** A page of its own, signed in by a link as `cordon token` prints them. */
  signIn(role: string, options?: SignInOptions): Promise<Page>;
  /** A page of its own, signed in as nobody. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** Errors in the browser's console since the last call, and requests to other hosts. */
  takeComplaints(): readonly string[];
  close(): Promise<void>;
}

export interface SignInOptions extends BrowserContextOptions {
  readonly subject?: string;
  readonly venue?: string;
}

/** Starts the built product over the bundled case, with further settings, and a browser before it. */
export async function openConsole(settings: Readonly<Record<string, string>> = {}): Promise<ConsoleUp> {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: folder.path, ...settings };
  const server = runEntry('cli/bin.js', ['start'], { PORT: '0', ...env });
  const close = async (browser?: Browser) => {
    await browser?.close();
    const code = await server.ended('SIGTERM');
    folder.remove();
    if (code !== 0) throw new Error(`the server ended with ${String(code)}: ${server.output}`);
  };
  try {
    const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
    const browser = await chromium.launch({ executablePath: chromiumPath, args: launchArguments });
    return { ...consoleIn({ browser, url, env }), close: () => close(browser) };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** Nothing of the browser's own leaves the machine. */
const launchArguments = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Surroundings {
  readonly browser: Browser;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

function consoleIn({ browser, url, env }: Surroundings): Omit<ConsoleUp, 'close'> {
  const complaints: string[] = [];
  const openPage = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      const asked = request.url();
      if (!asked.startsWith(url) && !/^(data|blob):/.test(asked)) complaints.push(`another host: ${asked}`);
    });
    return page;
  };
  return {
    url,
    env,
    openPage,
    takeComplaints: () => complaints.splice(0),
    async signIn(role, { subject = `${role}-1`, venue, ...options } = {}) {
      const args = ['token', '--role', role, '--subject', subject, ...(venue ? ['--venue', venue] : [])];
      const { stdout, stderr } = await cli(args, env);
      if (stdout.trim() === '') throw new Error(`no token for ${role}: ${stderr}`);
      const page = await openPage(options);
      await page.goto(`${url}/#token=${stdout.trim()}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  };
}

/** Opens a page of the console and waits until its title is there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Waits until the page says it: pages fill in after their title. */
export const says = (page: Page, words: RegExp | string): Promise<void> =>
  page.locator('main').getByText(words).first().waitFor();

export const textOf = (page: Page): Promise<string> => page.locator('main').innerText();
