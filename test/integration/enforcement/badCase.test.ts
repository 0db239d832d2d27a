import { type EnforcementUp, enforcementUp, writeCase } from '../../support/enforcementUp';

let up: EnforcementUp;
beforeAll(async () => {
  up = await enforcementUp();
});
afterAll(() => up.close());

const good = {
  'venues.yaml': '- { id: v, name: V, illustrative: true }\n',
  'accounts.yaml': "- { id: 'v:1', illustrative: true }\n- { id: 'v:2', illustrative: true }\n",
  'processes.yaml': `- id: w
  kind: SEIZURE_WARRANT
  authority: A court
  served: 2022-05-10T00:00:00Z
  expiry: 2022-06-10T00:00:00Z
  scope: ['v:1']
  disclosure: OPEN
  illustrative: true
  source: memo
`,
  'measures.yaml': measure(),
  'claims.yaml': `texts:
  - { id: t, source: memo, sha256: ${'a'.repeat(64)} }
claims:
  - { id: c, text: t, offset: 0, length: 4, statement: One, modality: STATES, subject: s, predicate: p }
  - { id: d, text: t, offset: 0, length: 4, statement: Two, modality: STATES, subject: s, predicate: p }
`,
  'contradictions.yaml': '- { id: x, topic: a, claims: [c, d] }\n',
};

function measure(over: Readonly<Record<string, string>> = {}): string {
  const fields = {
    id: 'm',
    account: "'v:1'",
    kind: 'FREEZE',
    from: '2022-05-12T00:00:00Z',
    processes: '[w]',
    reason: 'Why.',
    maker: 'one',
    checker: 'two',
    illustrative: 'true',
    source: 'memo',
    ...over,
  };
  return `# A comment\n- ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n  ')}\n`;
}

const wrong: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
  [
    'an account at no venue',
    { 'accounts.yaml': "- { id: 'w:1', illustrative: true }\n" },
    /accounts\.yaml:1: the venue of w:1/,
  ],
  [
    'an account that is there twice',
    { 'accounts.yaml': "- { id: 'v:1', illustrative: true }\n".repeat(2) },
    /accounts\.yaml:2: v:1 is there twice/,
  ],
  [
    'a measure on no account',
    { 'measures.yaml': measure({ account: "'v:9'" }) },
    /measures\.yaml:3: v:9 is not in accounts/,
  ],
  [
    'a measure on an account out of scope',
    { 'measures.yaml': measure({ account: "'v:2'" }) },
    /measures\.yaml:6: v:2 is not in the scope of w/,
  ],
  [
    'a measure on no process',
    { 'measures.yaml': measure({ processes: '[nope]' }) },
    /measures\.yaml:6: nope is not in processes/,
  ],
  [
    'a freeze before its warrant',
    { 'measures.yaml': measure({ from: '2022-05-09T00:00:00Z' }) },
    /measures\.yaml:2: no process that can carry a FREEZE/,
  ],
  [
    'a freeze after its warrant',
    { 'measures.yaml': measure({ from: '2022-06-10T00:00:00Z' }) },
    /measures\.yaml:2: no process/,
  ],
  [
    'one person twice',
    { 'measures.yaml': measure({ checker: 'one' }) },
    /measures\.yaml:2: maker and checker/,
  ],
  [
    'a block on a warrant',
    { 'measures.yaml': measure({ kind: 'BLOCK' }) },
    /measures\.yaml:2: no process that can carry a BLOCK/,
  ],
  [
    'an end without a reason',
    { 'measures.yaml': measure({ to: '2023-01-01T00:00:00Z' }) },
    /measures\.yaml:2: it ends without a reason/,
  ],
  [
    'a wrong instant',
    { 'measures.yaml': measure({ from: '2022-05-32' }) },
    /measures\.yaml:5: 0\.from: a time is RFC 3339/,
  ],
  ['an unknown source', { 'measures.yaml': measure({ source: 'nobody' }) }, /"nobody"/],
  [
    'amounts that do not add up',
    {
      'holdings.yaml':
        "- { account: 'v:1', asset: 'eip155:1/slip44:60', frozen: '2', inflow: '0', held: '1', seized: '0', released: '0', destroyed: '0', illustrative: true }\n",
    },
    /holdings\.yaml:1: frozen \+ inflow is 2/,
  ],
  [
    'an unknown asset',
    { 'holdings.yaml': "- { account: 'v:1', asset: 'eip155:1/erc20:0x1', illustrative: true }\n" },
    /holdings\.yaml:1: .*the reference is not one of erc20/,
  ],
  [
    'dollars without a source',
    {
      'recoveries.yaml':
        "- { id: r, title: R, announcedOn: 2022-04-22, valuation: { usdCents: '1', time: { text: then } }, source: memo }\n",
    },
    /recoveries\.yaml:1: 0\.valuation\.source/,
  ],
  [
    'a contradiction of one claim',
    { 'contradictions.yaml': '- { id: x, topic: a, claims: [c] }\n' },
    /contradictions\.yaml:1: 0\.claims/,
  ],
  [
    'a contradiction of no claim',
    { 'contradictions.yaml': '- { id: x, topic: a, claims: [c, z] }\n' },
    /contradictions\.yaml:1: z is not in claims/,
  ],
  [
    'a claim without a place',
    { 'claims.yaml': good['claims.yaml'].replace('offset: 0, ', '') },
    /claims\.yaml:4: claims\.0\.offset/,
  ],
  [
    'a claim about nothing',
    { 'claims.yaml': good['claims.yaml'].replace('predicate: p }', 'predicate: p, about: [nothing] }') },
    /claims\.yaml:4: nothing is no actor/,
  ],
];

describe('a case', () => {
  it.each(wrong)(
    'with %s is rejected by file and line, and nothing is written',
    async (_, files, message) => {
      const { folder, remove } = writeCase({ ...good, ...files });
      await expect(up.importCase(folder)).rejects.toThrow(message);
      await expect(up.importCase(folder)).rejects.toMatchObject({ name: 'CaseError' });
      remove();
      expect(await up.records.accounts.countDocuments({})).toBe(0);
      expect(await up.records.loadedCases.countDocuments({})).toBe(0);
    },
  );

  it('is told everything that is wrong between its files at once', async () => {
    const { folder, remove } = writeCase({
      ...good,
      'measures.yaml': measure({ checker: 'one', processes: '[nope]' }),
      'contradictions.yaml': '- { id: x, topic: a, claims: [c, z] }\n',
    });
    const failed: unknown = await up.importCase(folder).catch((error: unknown) => error);
    expect((failed as Error).message.split('\n').length).toBe(4);
    remove();
  });

  it('that is right is loaded', async () => {
    const { folder, remove } = writeCase(good);
    expect(await up.importCase(folder)).toMatchObject({
      case: 'small',
      loaded: true,
      records: { measures: 1 },
    });
    remove();
  });
});
