import { describeInBrowser } from '../support/browser/chromium';
import { type ConsoleUp, openConsole, says, textOf, visit } from '../support/browser/openConsole';
import { savedFile } from '../support/browser/savedFile';
import { seriousViolations } from '../support/browser/seriousViolations';
import { sdnRow } from '../support/listFolder';

describeInBrowser('uploads, and what waits for a second person', () => {
  let up: ConsoleUp;
  beforeAll(async () => {
    up = await openConsole();
  });
  afterAll(() => up.close());
  afterEach(() => expect(up.takeComplaints()).toEqual([]));

  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('brings a list in, shows its report, and puts it into force when another person approves', async () => {
    const analyst = await up.signIn('analyst');
    await visit(analyst, '/lists');
    const chooser = analyst.waitForEvent('filechooser');
    await analyst.getByRole('button', { name: /^files/i }).click();
    const row = sdnRow('930001', 'FERNSBY, Ottoline', { type: 'individual' });
    await (await chooser).setFiles(file('sdn.csv', `${row}\x1a`));
    await analyst.getByLabel(/published \(yyyy/i).fill('2024-03-01');
    await analyst.getByRole('button', { name: /^upload$/i }).click();
    await says(analyst, /waits for approval/i);
    await says(analyst, /ofac-sdn, version 2024-03-01/);
    await says(analyst, /another person decides it/i);
    expect(await seriousViolations(analyst)).toEqual([]);

    const approver = await up.signIn('approver');
    await visit(approver, '/lists');
    await approver.getByRole('button', { name: /approve list/i }).click();
    await approver.getByRole('button', { name: /confirm approval/i }).click();
    await says(approver, /^done$/i);
    await approver.getByRole('heading', { name: 'ofac-sdn', exact: true }).waitFor();
    await approver
      .getByRole('group', { name: /lists in force/i })
      .getByText(/ofac-sdn/)
      .waitFor();
  });

  it('shows why rows of a file of transfers are in quarantine', async () => {
    const analyst = await up.signIn('analyst');
    await visit(analyst, '/lists');
    const chooser = analyst.waitForEvent('filechooser');
    await analyst.getByRole('button', { name: /^files/i }).click();
    await (
      await chooser
    ).setFiles(file('transfers.csv', 'chain,tx,index,time,from,to,asset,amount\nnot,a,row\n'));
    await analyst.getByRole('button', { name: /^upload$/i }).click();
    await analyst
      .getByRole('table', { name: /uploaded transfers/i })
      .getByRole('button', { name: /quarantined rows of transfers\.csv/i })
      .click();
    const rows = analyst.getByRole('table', { name: /quarantined rows of transfers\.csv/i });
    await rows.getByRole('row', { name: /2 unreadable it has 3 fields, the header 8/i }).waitFor();
    await analyst
      .getByRole('table', { name: /^imports/i })
      .getByRole('row', { name: /transfers\.csv.*1 quarantined/i })
      .waitFor();
    expect(await seriousViolations(analyst)).toEqual([]);
  });

  it('says in words why a file cannot be used', async () => {
    const analyst = await up.signIn('analyst');
    await visit(analyst, '/lists');
    const chooser = analyst.waitForEvent('filechooser');
    await analyst.getByRole('button', { name: /^files/i }).click();
    await (await chooser).setFiles(file('un.xml', 'hello'));
    await analyst.getByRole('button', { name: /^upload$/i }).click();
    await says(analyst, /^failed$/i);
    await says(analyst, /un\.xml/);
  });

  it('says loudly that the gateway took another file than was chosen', async () => {
    const analyst = await up.signIn('analyst');
    await analyst.route('**/uploads/**', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { files: readonly object[] };
      const files = answer.files.map((one) => ({ ...one, sha256: '0'.repeat(64) }));
      return route.fulfill({ response, json: { ...answer, files } });
    });
    await visit(analyst, '/lists');
    const chooser = analyst.waitForEvent('filechooser');
    await analyst.getByRole('button', { name: /^files/i }).click();
    await (await chooser).setFiles(file('un.xml', 'hello'));
    await analyst.getByRole('button', { name: /^upload$/i }).click();
    await analyst
      .getByRole('alert')
      .getByText(/other files than you chose: un\.xml has another content/i)
      .waitFor();
    await analyst.unroute('**/uploads/**');
  });

  it('tells an approver of more uploads than were read, and leads to the older ones', async () => {
    const approver = await up.signIn('approver');
    await approver.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const { data } = (await response.json()) as { data?: { listUploads?: { pageInfo: object } } };
      if (!data?.listUploads) return route.fulfill({ response });
      const pageInfo = { hasNextPage: true, endCursor: 'next' };
      return route.fulfill({ json: { data: { listUploads: { ...data.listUploads, nodes: [], pageInfo } } } });
    });
    await visit(approver, '/lists');
    await approver.getByLabel(/^0\+ waiting/).waitFor();
    await approver
      .getByRole('button', { name: /show more/i })
      .first()
      .waitFor();
    expect(await textOf(approver)).not.toMatch(/no list was uploaded/i);
    await approver.unroute('**/graphql');
  });

  it('says that the number of waiting uploads is not known where a later read of it fails', async () => {
    const approver = await up.signIn('approver');
    const asksForNumber = (text: string | null) =>
      text?.includes('"operationName":"WaitingUploads"') ?? false;
    const read = approver.waitForResponse((response) => asksForNumber(response.request().postData()));
    await visit(approver, '/lists');
    await read;
    await approver.route('**/graphql', (route) =>
      asksForNumber(route.request().postData())
        ? route.fulfill({ json: { data: null, errors: [{ message: 'broken' }] } })
        : route.fallback(),
    );
    const chooser = approver.waitForEvent('filechooser');
    await approver.getByRole('button', { name: /^files/i }).click();
    await (await chooser).setFiles(file('un.xml', 'hello'));
    await approver.getByRole('button', { name: /^upload$/i }).click();
    await approver.getByLabel(/^the number waiting .* could not be read/i).waitFor();
    await approver.unroute('**/graphql');
  });

  it('writes the report of blocked property as CSV, and records a report without an obligation', async () => {
    const officer = await up.signIn('reporting-officer');
    await visit(officer, '/obligations');
    await officer.getByLabel(/as of \(yyyy-06-30\)/i).fill('2023-06-30');
    await officer.getByLabel(/illustrative \(made-up\)/i).check();
    const csv = await savedFile(officer, officer.getByRole('button', { name: /download csv/i }));
    expect(csv.content.toString()).toMatch(/^"holder_id","holder_name"/);
    await officer.getByRole('button', { name: /without an obligation/i }).click();
    await officer.getByLabel(/kind of report/i).fill('SUSPICIOUS_ACTIVITY_REPORT');
    await officer.getByLabel(/reference/i).fill('SAR-77');
    await officer.getByRole('button', { name: /record the filing/i }).click();
    await officer
      .getByRole('table', { name: /filed reports/i })
      .getByRole('row', { name: /SAR-77/ })
      .waitFor();
  });

  it('lists measures that end soon', async () => {
    const analyst = await up.signIn('analyst');
    await visit(analyst, '/accounts');
    await analyst.getByRole('heading', { name: /measures that end within 30 days/i }).waitFor();
  });
});
