import { executorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** Knows the interface as an object only: its answers have no type. */
const shelf: SmallSubgraph = {
  sdl: `
    type Query { best: Media all: [Media] }
    type Media @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: { Query: { best: () => ({ id: '1' }), all: () => [{ id: '1' }, { id: '2' }] } },
};
const library: SmallSubgraph = {
  sdl: `
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
    type Film implements Media @key(fields: "id") { id: ID! title: String }`,
  resolvers: {
    Media: {
      __resolveType: ({ id }: { id: string }) => (id === '1' ? 'Book' : 'Film'),
      __resolveReference: ({ id }: { id: string }) => ({ id, title: `Title ${id}`, pages: 9 }),
    },
    Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: `Title ${id}`, pages: 9 }) },
    Film: { __resolveReference: ({ id }: { id: string }) => ({ id, title: `Title ${id}` }) },
  },
};

it.each([
  '{ best { ... on Book { pages @include(if: false) } id } all { id } }',
  '{ best { ... on Book @skip(if: true) { pages } id } all { id } }',
  '{ best { ...B id } all { id } } fragment B on Book { ... on Media @include(if: false) { id } }',
  'query ($no: Boolean = false) { best { ... on Book { pages @include(if: $no) } id } all { id } }',
])('no type is needed for a fragment of which everything is left out: %s', async (query) => {
  const up = await executorUp({ shelf, library }, { executor: 'compiled' });
  expect(await up.ask(query, { no: false })).toMatchObject({
    data: { best: { id: '1' }, all: [{ id: '1' }, { id: '2' }] },
    errors: [],
  });
});

it('and it is fetched for one of which something is left', async () => {
  const up = await executorUp({ shelf, library }, { executor: 'compiled' });
  const query = '{ all { ... on Book { pages title @include(if: false) } id } }';
  expect(await up.ask(query)).toMatchObject({
    data: { all: [{ pages: 9, id: '1' }, { id: '2' }] },
    errors: [],
  });
});

it('a field of the only type there is has an error where its object has no type', async () => {
  const sdl = library.sdl.replace(/type Film .*/, '');
  const up = await executorUp({ shelf, library: { sdl, resolvers: { Book: {} } } }, { executor: 'compiled' });
  up.answers.set('library', () => ({ data: null, errors: [{ message: 'no', extensions: { code: 'NO' } }] }));
  expect(await up.ask('{ best { ... on Book { pages } } }')).toMatchObject({
    data: { best: null },
    errors: ['best NO'],
  });
});
