import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validateSchema, buildASTSchema } from 'graphql';
import { runPartnersCheck } from '../../../../cli/partners/runPartnersCheck';
import { runSchemaExport } from '../../../../cli/schema/export';
import { temporaryFolder } from '../../../support/temporaryFolder';

let room: string;
let file: string;
beforeEach(() => {
  room = temporaryFolder();
  file = join(room, 'partners.yaml');
});
afterEach(() => rmSync(room, { recursive: true }));

const partners = (contract: string, body: string) => {
  const operations = [{ id: 'accounts', body }];
  writeFileSync(
    join(room, 'operations.json'),
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
  );
  writeFileSync(
    file,
    `version: 1
partners:
  - client: meridian-exchange
    venue: meridian
    scopes: ["enforcement:read"]
    contract: ${contract}
    operations: { mode: required, manifest: operations.json }
`,
  );
};

const accounts = 'query Accounts { accounts { nodes { id } } }';

it('passes a partner file whose operations fit', async () => {
  partners('{ exclude: [internal] }', accounts);
  await expect(runPartnersCheck(file, {})).resolves.toBeUndefined();
});

it.each([
  [
    'an operation that the contract leaves out',
    '{ exclude: [internal] }',
    '{ proposals { totalCount } }',
    /:7: .*proposals/,
  ],
  ['a tag that no element carries', '{ exclude: [outer] }', accounts, /:6: .*tagged outer/],
  [
    'a contract without a query',
    '{ include: [internal] }',
    '{ accounts { totalCount } }',
    /partners\.yaml:\d+: /,
  ],
  ['an operation that is not GraphQL', '{ exclude: [internal] }', '{ accounts {', /:7: .*Syntax Error/],
])('names the line of %s', async (_what, contract, body, problem) => {
  partners(contract, body);
  await expect(runPartnersCheck(file, {})).rejects.toThrow(problem);
});

it('exports the schema of a client, without what its contract leaves out', async () => {
  partners('{ exclude: [internal] }', accounts);
  const [mine, whole] = [join(room, 'mine.graphql'), join(room, 'whole.graphql')];
  await runSchemaExport({ client: 'meridian-exchange', partners: file, out: mine });
  await runSchemaExport({ out: whole });
  const schema = buildASTSchema(parse(readFileSync(mine, 'utf8')));
  expect(validateSchema(schema)).toEqual([]);
  expect(schema.getType('Proposal')).toBeUndefined();
  expect(buildASTSchema(parse(readFileSync(whole, 'utf8'))).getType('Proposal')).toBeDefined();
});
