import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';
import { seriousViolations } from '../support/browser/seriousViolations';
import { cli } from '../support/runCordon';

describeInBrowser('an evidence file', () => {
  let up: ConsoleUp;
  beforeAll(async () => {
    up = await openConsole();
    expect(await cli(['ledger', 'checkpoint'], up.env)).toMatchObject({ code: 0 });
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  it('opens from a trace, with each hop, its sources, the share, and what is missing for an analyst', async () => {
    const page = await up.signIn('analyst');
    await visit(page, '/actors/ofac:43337');
    const row = page.getByRole('table', { name: /frozen accounts/i }).getByRole('row', { name: /hl-77/ });
    await row.getByRole('link', { name: /^open$/i }).click();
    await page.getByRole('heading', { level: 1, name: /evidence: harborlight:hl-77/i }).waitFor();
    await page.getByRole('table', { name: /hops/i }).getByRole('row').nth(2).waitFor();
    await says(page, /JY1498/);
    await says(page, /haircut share/i);
    await says(page, /cut at hubs/i);
    await says(page, /only legal, approvers and auditors can make these proofs/);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('is the same as JSON, whose proofs the published verifier accepts', async () => {
    const page = await up.signIn('auditor');
    await visit(page, '/evidence?account=meridian:acct-1002&actor=ofac:43337');
    const { name, content } = await savedFile(page, page.getByRole('button', { name: /download json/i }));
    expect(name).toMatch(/^evidence-meridian-acct-1002-.*\.json$/);
    const evidence = JSON.parse(content.toString());
    expect(evidence).toMatchObject({ format: 'cordon-evidence', version: 1, completeness: ['HUB_CUT'] });
    expect(evidence.traces[0].trace.hops).toHaveLength(3);
    expect(evidence.missing).toEqual([expect.objectContaining({ code: 'HUB_CUT' })]);
    const events = evidence.account.measures.flatMap((measure: { events: number[] }) => measure.events);
    expect(evidence.proofs.map(({ event }: { event: number }) => event)).toEqual(events);
    expect(events.length).toBeGreaterThan(1);
    const file = join(up.env['CORDON_DATA_DIR']!, 'proof');
    writeFileSync(file, JSON.stringify(evidence.proofs[0].proof));
    const verified = await cli(['ledger', 'verify', '--proof', file, '--json'], up.env);
    expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, expect.objectContaining({ ok: true })]);
  });
});
