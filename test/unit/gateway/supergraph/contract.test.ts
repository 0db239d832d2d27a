import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { contractSchema } from '../../../../gateway/supergraph/contract';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable"])\n';
const sdl = `${link}
type Query {
  accounts(status: Status, audit: Boolean @tag(name: "internal")): [Account!]! @tag(name: "partner")
  proposals: [Proposal!]!
  any: [Any!]!
  node: Node
}
type Mutation @tag(name: "internal") { purge: Boolean }
type Account implements Node @key(fields: "id") { id: ID! @tag(name: "partner") status: Status! @tag(name: "partner") maker: String @tag(name: "internal") proposal: Proposal }
type Proposal @tag(name: "internal") { id: ID! account: Account! reason: Reason }
type Reason { text: String! }
type Measure implements Node @tag(name: "partner") { id: ID! kind: String! }
interface Node { id: ID! }
union Any = Account | Proposal
enum Status { OPEN FROZEN DRAFT @tag(name: "internal") }
`;

const composed = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(sdl) }]);
if (!composed.supergraphSdl) throw new Error('does not compose');
const supergraph = parse(composed.supergraphSdl);
const apiSchema = composed.schema.toAPISchema().toGraphQLJSSchema();
const served = (contract: Parameters<typeof contractSchema>[2]) =>
  contractSchema(supergraph, apiSchema, contract);

it('leaves out what is excluded, what refers to it, and what nothing leads to any more', () => {
  const schema = served({ exclude: ['internal'] });
  const text = printSchema(schema);
  for (const gone of ['Proposal', 'Mutation', 'maker', 'DRAFT', 'audit', 'Reason', 'proposals'])
    expect(text).not.toContain(gone);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['accounts', 'any', 'node']);
  expect(text).toContain('union Any = Account');
  // Two objects stay behind the interface.
  expect(text).toContain('type Measure implements Node');
});

it('keeps what is included, and what its fields need', () => {
  const schema = served({ include: ['partner'] });
  const text = printSchema(schema);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['accounts']);
  const { accounts } = schema.getQueryType()?.getFields() ?? {};
  expect(accounts?.args.map(({ name }) => name)).toEqual(['status', 'audit']);
  expect(text).toContain('enum Status');
  expect(text).not.toMatch(/maker|Proposal|Measure|Mutation/);
});

it('a contract that leaves no query is rejected', () => {
  expect(() => served({ include: ['nothing'] })).toThrow(/leaves no query/);
});

it('serves the whole graph where no tag is met', () => {
  expect(printSchema(served({ exclude: ['unknown'] }))).toBe(printSchema(apiSchema));
});

it('leaves out a tagged type whose name has two underscores', () => {
  const given = parse(`${link}
type Query { account: Int proposal: Proposal__Draft }
type Proposal__Draft @tag(name: "internal") { id: ID! }
`);
  const graph = composeServices([{ name: 'a', url: 'http://a', typeDefs: given }]);
  if (!graph.supergraphSdl) throw new Error('does not compose');
  const schema = contractSchema(parse(graph.supergraphSdl), graph.schema.toAPISchema().toGraphQLJSSchema(), {
    exclude: ['internal'],
  });
  expect(printSchema(schema)).not.toMatch(/proposal/i);
});
