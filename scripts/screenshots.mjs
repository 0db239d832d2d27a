// Takes the pictures of the console that README and the how-tos show. Starts a server of its own over the
// bundled case, and the machine's Chromium (`CHROMIUM` names another). Usage: npm run screenshots
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = join(root, 'docs', 'images');
const bin = join(root, 'dist', 'cli', 'bin.js');
const folder = mkdtempSync(join(tmpdir(), 'cordon-screenshots-'));
const env = { ...process.env, CORDON_DATA_DIR: folder, CORDON_LOG_LEVEL: 'warn', PORT: '0' };

const tokenOf = (role) =>
  spawnSync(process.execPath, [bin, 'token', '--role', role, '--subject', `${role}-1`], {
    env,
    encoding: 'utf8',
  }).stdout.trim();

const listening = (server) =>
  new Promise((done, failed) => {
    let output = '';
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /listens on (http:\/\/\S+)\/graphql/.exec(output);
      if (found) done(found[1]);
    });
    server.once('exit', () => failed(new Error(`the server ended: ${output}`)));
  });

async function ask(url, role, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(role)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A legal process, and a freeze that rests on it and waits for its approval. */
async function proposeFreeze(url) {
  const { recordLegalProcess: process } = await ask(
    url,
    'legal',
    'mutation ($input: RecordLegalProcessInput!) { recordLegalProcess(input: $input) { id } }',
    {
      input: {
        key: 'screenshots-process',
        kind: 'RESTRAINING_ORDER',
        authority: 'US District Court, D.D.C.',
        docket: '23-mj-0017',
        served: '2023-03-01T00:00:00Z',
        mayNotify: true,
        disclosure: 'OPEN',
        scope: ['meridian:acct-1003'],
      },
    },
  );
  const { freezeAccount: proposal } = await ask(
    url,
    'analyst',
    'mutation ($input: FreezeInput!) { freezeAccount(input: $input) { id } }',
    {
      input: {
        key: 'screenshots-freeze',
        account: 'meridian:acct-1003',
        processes: [process.id],
        reason: 'the order was served',
      },
    },
  );
  return proposal.id;
}

async function takeAll(url, browser) {
  const proposal = await proposeFreeze(url);
  const take = async ({ name, role, path, ready, at, height = 720 }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height }, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(`${url}${path}#token=${tokenOf(role)}`);
    await ready(page);
    if (at) {
      const heading = page.getByRole('heading', { name: at }).first();
      await heading.evaluate((element) => element.scrollIntoView());
    }
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(images, `${name}.png`) });
    await context.close();
  };
  await take({
    name: 'actor',
    role: 'analyst',
    path: '/actors/ofac:43337',
    at: /frozen accounts traced/i,
    ready: (page) => page.getByRole('button', { name: /export svg/i }).waitFor(),
  });
  await take({
    name: 'screening',
    role: 'analyst',
    path: '/screening',
    ready: async (page) => {
      await page
        .getByRole('textbox', { name: /names/i })
        .fill('Technical Reconaissance Bureau\nKim Sang-man\nJane Q. Nobody');
      await page.getByRole('button', { name: /^screen/i }).click();
      await page.getByRole('table', { name: /results/i }).waitFor();
    },
  });
  await take({
    name: 'account',
    role: 'analyst',
    path: '/accounts/meridian:acct-1002',
    ready: (page) => page.getByRole('table', { name: /measures/i }).waitFor(),
  });
  await take({
    name: 'proposal',
    role: 'approver',
    path: `/proposals/${encodeURIComponent(proposal)}`,
    ready: (page) => page.getByText(/matches/).waitFor(),
  });
}

mkdirSync(images, { recursive: true });
const server = spawn(process.execPath, [bin, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await listening(server);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });
  await takeAll(url, browser);
  await browser.close();
} finally {
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
