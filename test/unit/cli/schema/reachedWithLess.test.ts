import { dirname } from 'node:path';
import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])`;
const ships = `${link}
type Query { ship: Ship @requiresScopes(scopes: [["ships:read"]]) }
type Ship { name: String! built: Date flag: Flag }
scalar Date
enum Flag { DE FR }
`;
/** A subgraph whose scope is new. */
const portsWith = (fields: string) => `${link}
type Query { port: Port @requiresScopes(scopes: [["ports:read"]]) }
type Port { ${fields} }
scalar Date
`;

let room: SchemaRoom;
beforeAll(() => {
  room = openSchemaRoom();
});
afterAll(() => room.remove());

async function reachedWithLess(head: Readonly<Record<string, string>>) {
  const base = dirname(room.file('own/base/ships.graphql', ships));
  const folder = Object.entries({ ships, ...head })
    .map(([name, sdl]) => dirname(room.file(`own/head/${name}.graphql`, sdl)))
    .at(-1);
  const { findings } = await room.check({ base, head: folder ?? '' });
  return findings.filter(({ code }) => code === 'TYPE_REACHED_WITH_LESS').map(({ coordinate }) => coordinate);
}

it('counts no scalar: a new subgraph with a scope of its own also answers texts and days', async () => {
  expect(await reachedWithLess({ ports: portsWith('name: String! opened: Date') })).toEqual([]);
});

it('reports an object that a new path leads to with another scope', async () => {
  const found = await reachedWithLess({
    ships: ships.replace('ship: Ship', 'anyShip: Ship @requiresScopes(scopes: [["ports:read"]]) ship: Ship'),
  });
  expect(found).toEqual(['Flag', 'Ship']);
});
