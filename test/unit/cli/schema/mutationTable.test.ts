import { type Mutation, mutations } from '../../../support/schemaMutations';
import { openSchemaRoom, type SchemaRoom } from '../../../support/schemaRoom';

const partners = `version: 1
partners:
  - { client: north-pier, venue: north, scopes: [], contract: { exclude: [internal] } }
`;

let room: SchemaRoom;
let partnerFile: string;
beforeAll(() => {
  room = openSchemaRoom();
  partnerFile = room.file('partners.yaml', partners);
});
afterAll(() => room.remove());

const check = ([verdict, subgraph, from, to]: Mutation) =>
  room.check({
    head: room.head(subgraph, from, to),
    partners: verdict === 'contract' ? partnerFile : undefined,
  });

const named = mutations.map((mutation) => ({
  mutation,
  name: mutation.slice(0, 4).join(' | ').replaceAll('\n', ' '),
}));

describe('every kind of edit gets its verdict', () => {
  it('has at least two hundred of them', () => expect(mutations.length).toBeGreaterThanOrEqual(200));

  it.each(named)('$name', async ({ mutation }) => {
    const [verdict, subgraph] = mutation;
    const { findings, verdict: said } = await check(mutation);
    const found = findings.filter(({ kind }) => kind !== 'lint');
    if (verdict === 'harmless') {
      expect({ said, found: found.filter(({ level }) => level === 'blocked') }).toEqual({
        said: 'ok',
        found: [],
      });
      return;
    }
    const level = verdict === 'dangerous' ? 'warning' : 'blocked';
    expect(found.map(({ kind, level: grave }) => `${kind} ${grave}`)).toContain(`${verdict} ${level}`);
    expect(said).toBe(verdict === 'dangerous' ? 'ok' : 'blocked');
    const wanted = found.filter((one) => one.kind === verdict && one.level === level);
    expect(wanted.map(({ location }) => location?.file)).toContain(`head/${subgraph}.graphql`);
  });
});
