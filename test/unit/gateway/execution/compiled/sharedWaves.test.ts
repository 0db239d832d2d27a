import type { SavingName } from '../../../../../gateway/metrics/savings';
import { executorUp, type SmallSubgraph } from '../../../../support/executorUp';

const all: readonly SavingName[] = ['representations', 'entities', 'waves', 'roots'];
const without = (saving: SavingName) => all.filter((other) => other !== saving);
const asSent = (reference: unknown) => reference;

/** People, whose friends another subgraph knows. */
const people: Record<string, SmallSubgraph> = {
  accounts: {
    sdl: 'type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String nick: String }',
    resolvers: {
      Query: { users: () => ['1', '2'].map((id) => ({ id, name: `Name ${id}`, nick: `Nick ${id}` })) },
      User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Name ${id}` }) },
    },
  },
  friends: {
    sdl: 'type User @key(fields: "id") { id: ID! friends: [User] }',
    resolvers: {
      User: {
        __resolveReference: asSent,
        friends: ({ id }: { id: string }) => [{ id: id === '1' ? '2' : '1' }],
      },
    },
  },
};

/** Items of a list, with facts of which one needs a fact of another subgraph. */
const items: Record<string, SmallSubgraph> = {
  lists: {
    sdl: 'type Query { list: [Item] } type Item @key(fields: "id") { id: ID! }',
    resolvers: { Query: { list: () => [{ id: '1' }, { id: '2' }] } },
  },
  products: {
    sdl: 'type Item @key(fields: "id") { id: ID! weight: Int }',
    resolvers: { Item: { __resolveReference: ({ id }: { id: string }) => ({ id, weight: Number(id) }) } },
  },
  stock: {
    sdl: 'type Item @key(fields: "id") { id: ID! weight: Int @external inStock: Boolean shipping: Int @requires(fields: "weight") }',
    resolvers: {
      Item: {
        __resolveReference: asSent,
        inStock: () => true,
        shipping: ({ weight }: { weight: number }) => weight * 10,
      },
    },
  },
};

describe('an entity that an answer to root fields holds is not asked for', () => {
  const query = '{ users { id name friends { id name } } }';
  const names = {
    users: [
      { id: '1', name: 'Name 1', friends: [{ id: '2', name: 'Name 2' }] },
      { id: '2', name: 'Name 2', friends: [{ id: '1', name: 'Name 1' }] },
    ],
  };

  it('where it has every field', async () => {
    const up = await executorUp(people, { executor: 'compiled', savings: all });
    expect((await up.ask(query)).data).toEqual(names);
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['accounts', 'friends']);
  });

  it('unless that is switched off, or a field of it is another one', async () => {
    const off = await executorUp(people, { executor: 'compiled', savings: without('entities') });
    expect((await off.ask(query)).data).toEqual(names);
    expect(off.calls).toHaveLength(3);
    const up = await executorUp(people, { executor: 'compiled', savings: all });
    const { data } = await up.ask('{ users { name: nick friends { name } } }');
    expect(data).toEqual({
      users: [
        { name: 'Nick 1', friends: [{ name: 'Name 2' }] },
        { name: 'Nick 2', friends: [{ name: 'Name 1' }] },
      ],
    });
  });

  it('but where a field of it was lost', async () => {
    const up = await executorUp(people, { executor: 'compiled', savings: all });
    up.answers.set('accounts', async ({ query: text }, own) => {
      if (text.includes('_entities')) return own();
      const users = ['1', '2'].map((id) => ({ __typename: 'User', id, name: id === '1' ? null : 'Name 2' }));
      return { data: { users }, errors: [{ message: 'lost', path: ['users', 0, 'name'] }] };
    });
    const { data, errors } = await up.ask(query);
    expect(data).toEqual({ users: [{ ...names.users[0], name: null }, names.users[1]] });
    expect(errors).toHaveLength(1);
    const [, asked] = up.calls.filter(({ subgraph }) => subgraph === 'accounts');
    expect(asked?.variables).toEqual({ representations: [{ __typename: 'User', id: '1' }] });
  });
});

describe('a call waits for another one that comes to the same subgraph', () => {
  const query = '{ list { inStock shipping } }';
  const answer = {
    list: [
      { inStock: true, shipping: 10 },
      { inStock: true, shipping: 20 },
    ],
  };

  it('so that both are one', async () => {
    const up = await executorUp(items, { executor: 'compiled', savings: all });
    // The time for which a call is held back does not pass here.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] });
    const { data } = await up.ask(query);
    jest.useRealTimers();
    expect(data).toEqual(answer);
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['lists', 'products', 'stock']);
  });

  it('also where that one has arrived, and the process was too busy to read it', async () => {
    const up = await executorUp(items, { executor: 'compiled', savings: all });
    // The next phase of the event loop is that of timers.
    up.answers.set('lists', async (_request, own) => {
      await new Promise((resolve) => void setImmediate(resolve));
      return own();
    });
    up.answers.set('products', async (_request, own) => {
      await new Promise<void>((resolve) => {
        queueMicrotask(() => {
          for (const until = performance.now() + 60; performance.now() < until;);
          setImmediate(resolve);
        });
      });
      return own();
    });
    expect((await up.ask(query)).data).toEqual(answer);
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['lists', 'products', 'stock']);
  });

  it('unless waves are switched off', async () => {
    const up = await executorUp(items, { executor: 'compiled', savings: without('waves') });
    expect((await up.ask(query)).data).toEqual(answer);
    expect(up.calls).toHaveLength(4);
  });

  it('and not for as long as that one takes', async () => {
    const up = await executorUp(items, { executor: 'compiled', savings: all });
    up.answers.set('products', async (_request, own) => {
      while (!up.calls.some(({ subgraph }) => subgraph === 'stock'))
        await new Promise((resolve) => void setTimeout(resolve, 5));
      return own();
    });
    expect((await up.ask(query)).data).toEqual(answer);
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['lists', 'products', 'stock', 'stock']);
  });

  it('and is made where that one fails', async () => {
    const up = await executorUp(items, { executor: 'compiled', savings: all });
    up.answers.set('products', () => ({ errors: [{ message: 'lost' }] }));
    const { data, errors } = await up.ask(query);
    expect(data).toEqual({ list: answer.list.map(({ inStock }) => ({ inStock, shipping: null })) });
    expect(errors).toHaveLength(2);
  });
});
