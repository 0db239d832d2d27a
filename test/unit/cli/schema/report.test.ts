import '@microsoft/jest-sarif';
import { formatReport } from '../../../../cli/schema/format/formatReport';
import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

let room: SchemaRoom;
beforeAll(() => {
  room = openSchemaRoom();
});
afterAll(() => room.remove());

const removed = () => room.check({ head: room.head('vessels', '  flag: String\n', '') });
const plain = { colour: false } as const;
const approvals = (...entries: readonly { fingerprint: string; expires: string }[]) =>
  room.file(
    'approvals.yaml',
    `version: 1\napprovals:\n${entries.map(({ fingerprint, expires }) => `  - { fingerprint: "${fingerprint}", owner: desk, reason: agreed, expires: ${expires} }\n`).join('')}`,
  );

describe('approvals', () => {
  it('cover one change, to the end of their day', async () => {
    const [finding] = (await removed()).findings.filter(({ level }) => level === 'blocked');
    const file = approvals({ fingerprint: finding?.fingerprint ?? '', expires: '2026-06-01' });
    const head = room.head('vessels', '  flag: String\n', '');
    const approved = await room.check({ head, approvals: file });
    expect(approved).toMatchObject({
      verdict: 'ok',
      approvals: { used: [finding?.fingerprint], unused: [], expired: [] },
    });
    const late = await room.check({ head, approvals: file, today: '2026-06-02' });
    expect(late).toMatchObject({
      verdict: 'blocked',
      approvals: { used: [], expired: [finding?.fingerprint] },
    });
    const other = room.head('vessels', '  draught: Float!\n', '');
    expect(await room.check({ head: other, approvals: file })).toMatchObject({
      verdict: 'blocked',
      approvals: { unused: [finding?.fingerprint] },
    });
  });

  it('never cover a graph that does not compose', async () => {
    const head = room.head('voyages', 'type Vessel @key(fields: "imo")', 'type Vessel');
    const { findings } = await room.check({ head });
    const file = approvals(...findings.map(({ fingerprint }) => ({ fingerprint, expires: '2099-01-01' })));
    expect((await room.check({ head, approvals: file })).verdict).toBe('blocked');
  });

  it('a fingerprint stays the same where only lines move, and is another for another change', async () => {
    const [first] = (await removed()).findings;
    const head = room.head('vessels', '  flag: String\n  kind', '\n\n  kind');
    const [moved] = (await room.check({ head })).findings;
    expect(moved?.fingerprint).toBe(first?.fingerprint);
    const types = await Promise.all(
      ['Int!', 'String!'].map(
        async (type) =>
          (await room.check({ head: room.head('vessels', 'draught: Float!', `draught: ${type}`) }))
            .findings[0]?.fingerprint,
      ),
    );
    expect(new Set([...types, first?.fingerprint]).size).toBe(3);
  });
});

describe('forms of the report', () => {
  it('SARIF that its standard accepts', async () => {
    const log = JSON.parse(formatReport(await removed(), { format: 'sarif', ...plain })) as Record<
      string,
      unknown
    >;
    expect(log).toBeValidSarifLog();
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              level: 'error',
              ruleId: 'FIELD_REMOVED',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'head/vessels.graphql' } } }],
            },
          ],
        },
      ],
    });
    expect({ ...log, runs: [{ results: [] }] }).not.toBeValidSarifLog();
  });

  it('GitHub annotations that no message breaks out of', async () => {
    const report = await removed();
    const [finding] = report.findings;
    if (!finding) throw new Error('nothing was found');
    const odd = {
      ...finding,
      message: 'a%\n::error::b',
      location: { file: 'a,b:c.graphql', line: 3, column: 1 },
    };
    expect(formatReport({ ...report, findings: [odd] }, { format: 'github', ...plain })).toBe(
      '::error file=a%2Cb%3Ac.graphql,line=3,col=1,title=breaking FIELD_REMOVED::a%25%0A::error::b\n',
    );
  });

  it('Markdown of one row a finding, cells escaped', async () => {
    const report = await removed();
    const [finding] = report.findings;
    if (!finding) throw new Error('nothing was found');
    const text = formatReport(
      { ...report, findings: [{ ...finding, message: 'a|b\nc<script>' }] },
      { format: 'markdown', ...plain },
    );
    expect(text).toContain('a\\|b c&lt;script>');
    expect(text.split('\n').filter((line) => line.startsWith('| **blocked**'))).toHaveLength(1);
  });

  it('text with colour on a terminal only, and the fingerprint to approve', async () => {
    const report = await removed();
    const text = formatReport(report, { format: 'text', ...plain });
    expect(text).toMatch(
      /^head\/vessels\.graphql:\d+:\d+: blocked breaking FIELD_REMOVED .*\(fingerprint \w{32}\)$/m,
    );
    expect(text).not.toContain('\u001b[');
    expect(formatReport(report, { format: 'text', colour: true })).toContain('\u001b[');
  });
});
