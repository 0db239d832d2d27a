import { baseSdls } from '../../../support/schemaBase';
import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

const typeScope = ' @requiresScopes(scopes: [["ledger:read"]])';
const fieldScope = ' @requiresScopes(scopes: [["head:read"]])';
const ledgerOf = (onType: string, onField: string) =>
  baseSdls.vessels.replace(
    `type Ledger${typeScope} { head: String!`,
    `type Ledger${onType} { head: String!${onField}`,
  );

let room: SchemaRoom;
beforeAll(() => {
  room = openSchemaRoom();
  room.file('base/vessels.graphql', ledgerOf(typeScope, fieldScope));
});
afterAll(() => room.remove());

async function weakened(onType: string, onField: string) {
  const head = room.head('vessels', '"A ship"', '"Ship"');
  room.file('head/vessels.graphql', ledgerOf(onType, onField));
  const { findings } = await room.check({ head });
  return findings.filter(
    ({ code, coordinate }) => code === 'PROTECTION_WEAKENED' && coordinate?.startsWith('Ledger'),
  );
}

it('reports a type once where only its directive made all its fields weaker', async () => {
  expect(await weakened('', fieldScope)).toMatchObject([{ coordinate: 'Ledger' }]);
});

it('reports a field beside its type where its own directive is gone too: no approval covers both', async () => {
  const found = await weakened('', '');
  expect(found).toMatchObject([{ coordinate: 'Ledger' }, { coordinate: 'Ledger.head' }]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});
