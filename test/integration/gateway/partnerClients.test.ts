import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { runPartnerSnippet } from '../../support/partnerHowTo';
import { temporaryFolder } from '../../support/temporaryFolder';

const folder = temporaryFolder();
const query = 'query Named($id: ID!) { actor(id: $id) { name } }';
/** As urql sends it: its cache adds the names of types. */
const sent = `query Named($id: ID!) {
  actor(id: $id) {
    name
    __typename
  }
}`;

let up: GatewayUp;
beforeAll(async () => {
  const id = createHash('sha256').update(sent).digest('hex');
  writeFileSync(join(folder, 'operations.json'), JSON.stringify({ [id]: sent }));
  const partners = join(folder, 'partners.yaml');
  writeFileSync(
    partners,
    `version: 1
partners:
  - client: meridian-exchange
    venue: meridian
    scopes: ["sanctions:read"]
    operations: { mode: required, manifest: operations.json }
`,
  );
  up = await gatewayUp({ partners });
});
afterAll(async () => {
  await up.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['a stored operation', query, { data: { actor: { name: 'Alpha', __typename: 'Actor' } }, codes: [] }],
  [
    'no other',
    'query Other($id: ID!) { actor(id: $id) { id } }',
    { data: null, codes: ['PERSISTED_QUERY_NOT_IN_LIST'] },
  ],
])('urql as the how-to sets it up is answered %s', async (_what, asked, wanted) => {
  const token = await up.issuer.sign({
    client_id: 'meridian-exchange',
    venue: 'meridian',
    roles: ['partner'],
    scope: 'sanctions:read',
  });
  const printed = await runPartnerSnippet(
    'persistedExchange',
    { url: `${up.url}/graphql`, token },
    `const { data, error } = await client.query(${JSON.stringify(asked)}, { id: 'a' }).toPromise();
     const codes = (error?.graphQLErrors ?? []).map(({ extensions }) => extensions.code);
     console.log(JSON.stringify({ data: data ?? null, codes }));`,
  );
  expect(JSON.parse(printed)).toEqual(wanted);
});
