import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '../../../shared/config/projectRoot';
import { writeCase } from '../../support/enforcementUp';
import { openStore, type OpenStore } from '@cordon/embedded-mongo';
import { runCommand } from '../../support/runCommand';
import { temporaryFolder } from '../../support/runCordon';

const files = {
  'venues.yaml': `- { id: vault, name: '=HYPERLINK("http://x")', illustrative: false }\n`,
  'accounts.yaml': `- { id: 'vault:a', illustrative: false }\n- { id: 'vault:b', illustrative: true }\n`,
  'processes.yaml': `- { id: open, kind: OFAC_DESIGNATION, authority: '-OFAC', docket: DPRK3, effective: 2022-01-01T00:00:00Z, scope: ['vault:a', 'vault:b'], disclosure: OPEN, illustrative: false, source: memo }
- { id: secret, kind: OFAC_DESIGNATION, authority: The Secret Authority, effective: 2022-01-01T00:00:00Z, scope: ['vault:a'], disclosure: RESTRICTED, illustrative: false, source: memo }
`,
  'measures.yaml': `- { id: one, account: 'vault:a', kind: BLOCK, from: 2022-07-01T03:00:00Z, processes: [open, secret], reason: r, maker: m, checker: c, illustrative: false, source: memo }
- { id: two, account: 'vault:b', kind: BLOCK, from: 2023-01-05T12:00:00Z, processes: [open], reason: r, maker: m, checker: c, illustrative: true, source: memo }
`,
  'holdings.yaml': `- { account: 'vault:a', asset: 'eip155:1/slip44:60', held: '1500000000000000000', illustrative: false }\n`,
};

let folder: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
let store: OpenStore | undefined;
const run = (...args: string[]) => runCommand(['export', 'blocked-report', ...args], env);
const rowsOf = (stdout: string): Record<string, string>[] => parse(stdout, { columns: true });

beforeAll(async () => {
  folder = temporaryFolder();
  env = { CORDON_DATA_DIR: join(folder.path, 'data') };
  const small = writeCase(files);
  for (const given of [small.folder, join(projectRoot(), 'cases', 'dprk-2023')]) {
    const { code, stderr } = await runCommand(['import', 'case', given], env);
    expect([code, stderr]).toEqual([0, '']);
  }
  small.remove();
  // From here on it is open, as a server has it: each command that opens it would begin a thread of its own.
  store = await openStore({ folder: env['CORDON_DATA_DIR']! });
});
afterAll(async () => {
  await store?.close();
  folder.remove();
});

describe('cordon export blocked-report', () => {
  it('writes what was blocked at the end of 30 June in New York, and says what it left out as made up', async () => {
    const { code, stdout, stderr } = await run('--as-of', '2022-06-30');
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const rows = rowsOf(stdout);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      holder_id: 'vault',
      account: 'vault:a',
      blocked_on: '2022-06-30',
      unblocked_on: '',
      value_usd: '',
      as_of: '2022-07-01T03:59:59.999Z',
      illustrative: 'no',
    });
    const later = await run('--as-of', '2023-06-30');
    expect(rowsOf(later.stdout).map(({ account }) => account)).toEqual(['vault:a']);
    expect(later.stderr).toMatch(/^omitted 2 blocked accounts that are made up/);
  });

  it('writes made-up accounts when asked to, and marks them', async () => {
    const rows = rowsOf((await run('--as-of', '2023-06-30', '--include-illustrative')).stdout);
    expect(rows.map(({ account, illustrative }) => [account, illustrative?.slice(0, 3)])).toEqual([
      ['meridian:acct-1002', 'yes'],
      ['vault:a', 'no'],
      ['vault:b', 'yes'],
    ]);
  });

  it('has no formula in it, and nothing of a process that must not be disclosed', async () => {
    const { stdout } = await run('--account', 'vault:a');
    const [row] = rowsOf(stdout);
    expect(row).toMatchObject({
      holder_name: `'=HYPERLINK("http://x")`,
      asset_symbol: 'ETH',
      amount: '1.5',
      amount_base_units: '1500000000000000000',
      legal_authority: 'OFAC_DESIGNATION, DPRK3, -OFAC',
      measures: 'small:one',
      value_note: 'no dated valuation of this amount was recorded by then',
    });
    expect(stdout).not.toContain('Secret Authority');
  });

  it('writes what became blocked since a day', async () => {
    const accounts = async (...args: string[]) =>
      rowsOf((await run(...args)).stdout).map(({ account }) => account);
    expect(await accounts('--since', '2022-06-30')).toEqual(['vault:a']);
    expect(await accounts('--since', '2022-07-01')).toEqual([]);
    expect(await accounts('--since', '2022-07-01', '--account', 'vault:b', '--include-illustrative')).toEqual(
      ['vault:b'],
    );
  });

  it.each([
    [['--account', 'vault:b'], 1, /vault:b is made up for illustration/],
    [['--as-of', '2023-12-31'], 2, /as of a 30 June/],
    [['--as-of', '9000-06-30'], 2, /is not over/],
    [['--since', '2023-02-31'], 2, /--since is a day/],
    [['--as-of', '2023-06-30', '--since', '2023-01-01'], 2, /--as-of .* or --since/],
    [[], 2, /give --as-of, --since or --account/],
  ])('rejects %j with a line', async (args, expected, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
