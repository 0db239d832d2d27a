import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

let room: SchemaRoom;
beforeAll(() => {
  room = openSchemaRoom();
});
afterAll(() => room.remove());

const header =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes"])';
const graph = (name: string, sdl: string) => {
  room.file(`${name}/kyc.graphql`, `${header}\n${sdl}`);
  return `${room.path}/${name}`;
};
const scope = '@requiresScopes(scopes: [["kyc:read"]])';

// No core feature has these names: the check treats them as any other.
it.each([
  [
    'a type with two underscores',
    `type Query { kyc: Kyc__File ${scope} } type Kyc__File { id: ID! ${scope} }`,
    `type Query { kyc: Kyc__File ${scope} } type Kyc__File { id: ID! }`,
    'PROTECTION_WEAKENED Kyc__File.id',
  ],
  [
    'a field that begins with an underscore',
    `type Query { a: Int ${scope} _kyc: ID ${scope} }`,
    `type Query { a: Int ${scope} _kyc: ID }`,
    'PROTECTION_WEAKENED Query._kyc',
  ],
  [
    'a new root field that begins with an underscore',
    `type Query { a: Int ${scope} }`,
    `type Query { a: Int ${scope} _kyc: ID }`,
    'ROOT_FIELD_UNPROTECTED Query._kyc',
  ],
])('blocks %s that asks for less', async (name, base, head, wanted) => {
  const folder = name.replaceAll(' ', '-');
  const { findings, verdict } = await room.check({
    base: graph(`base-${folder}`, base),
    head: graph(`head-${folder}`, head),
  });
  const found = findings.map(({ code, coordinate, level }) => `${level} ${code} ${coordinate ?? ''}`);
  expect(found).toContain(`blocked ${wanted}`);
  expect(verdict).toBe('blocked');
});
