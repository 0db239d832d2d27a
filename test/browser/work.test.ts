import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';
import { sdnRow } from '../support/listFolder';
import { cli } from '../support/runCordon';

describeInBrowser('alerts, obligations, lists, claims and the ledger', () => {
  let up: ConsoleUp;
  let page: Page;
  beforeAll(async () => {
    up = await openConsole();
    page = await up.signIn('analyst');
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('says that no alert was written yet, and what writes one', async () => {
    await visit(page, '/alerts');
    await says(page, /no alert so far/i);
  });

  it('shows obligations by their due date, and the reports filed', async () => {
    await visit(page, '/obligations');
    await page
      .getByRole('table', { name: /obligations/i })
      .getByRole('row')
      .nth(1)
      .waitFor();
    await says(page, /filed reports/i);
  });

  it('shows claims with their quotes, and contradictions side by side', async () => {
    await visit(page, '/claims');
    await page
      .getByRole('table', { name: /all claims/i })
      .getByRole('row')
      .nth(1)
      .waitFor();
    await page.getByRole('heading', { name: /contradictions/i }).waitFor();
  });

  it('shows the head of the ledger, and gives the checkpoint away', async () => {
    const auditor = await up.signIn('auditor');
    await visit(auditor, '/ledger');
    await says(auditor, /\d+ events/);
    const button = auditor.getByRole('button', { name: /download the checkpoint/i });
    if ((await button.count()) > 0)
      expect((await savedFile(auditor, button)).content.toString()).toMatch(/^\S+\n\d+\n\S+\n/);
  });

  it('proves an event, and shows an auditor who read what', async () => {
    expect(await cli(['ledger', 'checkpoint'], up.env)).toMatchObject({ code: 0 });
    await visit(page, '/accounts/meridian:acct-1001');
    await page.getByRole('table', { name: /measures/i }).waitFor();
    const auditor = await up.signIn('auditor');
    await visit(auditor, '/ledger');
    await auditor.getByRole('textbox', { name: /^event/i }).fill('2');
    const proof = await savedFile(auditor, auditor.getByRole('button', { name: /download the proof/i }));
    expect(JSON.parse(proof.content.toString())).toMatchObject({ form: 'cordon-ledger-proof/1' });
    await auditor.getByRole('textbox', { name: /^record/i }).fill('Account:meridian:acct-1001');
    const reads = auditor.getByRole('table', { name: /read log/i });
    await reads
      .getByRole('row', { name: /analyst-1.*AccountPage/ })
      .first()
      .waitFor();
    await visit(page, '/ledger');
    expect(await page.getByRole('heading', { name: /read log|prove/i }).count()).toBe(0);
  });

  it('shows versions of lists, and what changed between them', async () => {
    await visit(page, '/lists');
    await says(page, /no list is imported/i);
    for (const [version, names] of [
      ['2024-01-08', ['QUILLFEATHER, Ambrose', 'OAKENSHAW, Barnaby']],
      ['2024-01-09', ['QUILLFEATHER, Ambrose', 'OAKENSHAW, Barnaby', 'THISTLEWOOD, Marigold']],
    ] as const) {
      const folder = join(up.env['CORDON_DATA_DIR']!, version);
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'sdn.csv'),
        `${names.map((name, i) => sdnRow(String(900_001 + i), name, { type: 'individual' })).join('')}\x1a`,
      );
      const imported = await cli(['import', 'ofac', folder, '--version', version, '--json'], up.env);
      expect(imported).toMatchObject({ code: 0 });
    }
    await visit(page, '/lists');
    await says(page, '2024-01-09');
    const versions = page.getByRole('table', { name: /imported versions: ofac-sdn/i });
    expect(await versions.getByRole('row').count()).toBe(3);
    await versions
      .getByRole('row', { name: /2024-01-08 2024-01-08/ })
      .getByRole('button', { name: /changes since 2024-01-08/i })
      .click();
    await page.getByRole('link', { name: /THISTLEWOOD/ }).waitFor();
  });
});
