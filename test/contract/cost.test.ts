import { getNamedType, isObjectType, isOutputType, Kind, parse } from 'graphql';
import { gatewaySettings } from '../../gateway/config';
import { assumedListSize } from '../../gateway/cost/assumedListSize';
import { readCostDirectives } from '../../gateway/cost/costDirectives';
import { estimateCost } from '../../gateway/cost/estimateCost';
import { flagship } from '../../gateway/explorer/flagship';
import { readCommittedSdls } from '../../gateway/supergraph/committed';
import { mustCompose } from '../../gateway/supergraph/compose';
import { projectRoot } from '../../shared/config/projectRoot';

const { supergraphSdl, apiSchema: schema } = mustCompose(readCommittedSdls(projectRoot()));
const directives = readCostDirectives(parse(supergraphSdl));
const maxCost = gatewaySettings.maxCost.schema.parse(undefined);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  const defaultListSize = assumedListSize;
  return estimateCost({ schema, directives, document, operation, variables, defaultListSize });
}

const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith('__')
    ? Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, field }))
    : [],
);

it('every field whose first argument bounds rows says which', () => {
  const paged = fields.filter(({ field }) => field.args.some(({ name }) => name === 'first'));
  expect(paged.length).toBeGreaterThan(20);
  for (const { coordinate, field } of paged) {
    const size = directives.listSizes.get(coordinate);
    expect([coordinate, size?.slicingArguments]).toEqual([coordinate, ['first']]);
    const page = getNamedType(field.type);
    for (const name of size?.sizedFields ?? [])
      expect(isObjectType(page) && isOutputType(page.getFields()[name]?.type)).toBe(true);
  }
});

it.each([
  'Wallet.exposure',
  'Wallet.pathsTo',
  'Actor.tracedAccounts',
  'Actor.frozenAccounts',
  'Query.screenNames',
])('%s searches, and weighs more than an object', (coordinate) =>
  expect(directives.weights.get(coordinate)).toBeGreaterThan(10),
);

const addresses = (count: number) => Array.from({ length: count }, (_, i) => `wallet ${i}`);

it.each<[string, string, Record<string, unknown>]>([
  ['the flagship', flagship, {}],
  [
    'ten thousand wallets with who says whose they are, and their accounts',
    'query ($of: [String!]!) { wallets(addresses: $of) { wallet { id attributions { actor { name } confidence source { title } } accounts { id } } } }',
    { of: addresses(10_000) },
  ],
  [
    'a thousand names with their matches',
    'query ($of: [ScreeningSubject!]!) { screenNames(subjects: $of) { matches { score actor { id name designations { program } } words { score } modifiers { kind } } versions { list { id } } } }',
    { of: addresses(1_000).map((name) => ({ name })) },
  ],
  [
    'the exposure of a wallet by five methods',
    `{ wallet(address: "x") { ${['POISON', 'HAIRCUT', 'FIFO', 'LIFO', 'SENIORITY'].map((method) => `${method}: exposure { assets { actors { actor { name } } } }`).join(' ')} } }`,
    {},
  ],
  // One more than may be asked is for its field to reject, with its own message.
  [
    '10,001 wallets',
    'query ($of: [String!]!) { wallets(addresses: $of) { wallet { id } } }',
    { of: addresses(10_001) },
  ],
])('%s costs less than an operation may by default', (_what, text, variables) => {
  expect(cost(text, variables)).toBeGreaterThan(0);
  expect(cost(text, variables)).toBeLessThanOrEqual(maxCost);
});

it.each([
  [
    'transfers of transfers of transfers, 200 bytes',
    '{ wallet(address: "x") { transfers(first: 200) { nodes { to { transfers(first: 200) { nodes { to { transfers(first: 200) { nodes { txHash } } } } } } } } } }',
  ],
  [
    'the exposure of each of many wallets',
    '{ actor(id: "x") { wallets(first: 300) { nodes { exposure { assets { actors { actor { name } } } } } } } }',
  ],
])('%s costs more', (_what, text) => expect(cost(text)).toBeGreaterThan(maxCost));
