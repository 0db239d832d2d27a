import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLScalarType, parse } from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';
import type { Identity } from '../../shared/identity/identity';
import { createLogger } from '../../shared/logger/logger';
import { BigIntScalar } from '../../shared/scalars/bigInt';
import { DateScalar } from '../../shared/scalars/date';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';

/** Three small subgraphs in the shape of Cordon's own, for what is the gateway's to get right. */

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@authenticated", "@requiresScopes", "@tag"])`;

/** A scalar of Cordon's own: its description says so. */
const described = ({ name, description }: GraphQLScalarType) => `"${description}" scalar ${name}`;

export const sdls = {
  sanctions: `${link}
    ${described(DateScalar)}
    ${described(BigIntScalar)}
    type Query {
      "One actor."
      actor(id: ID!): Actor @authenticated
      "All of them."
      actors: [Actor!]! @authenticated
      "Something with an id."
      record(id: ID!): Record
      "Counts down."
      count(from: BigInt!): BigInt
      "Cannot be null, and asks for a scope."
      audit: Audit! @requiresScopes(scopes: [["audit:read"]])
      "Who the subgraph was told is asking."
      whoAmI: String!
    }
    type Mutation {
      "Changes a name."
      rename(id: ID!, name: String!): Actor @requiresScopes(scopes: [["sanctions:write"]])
      "Changes a name, and must."
      mustRename(id: ID!, name: String!): Actor! @requiresScopes(scopes: [["sanctions:write"]])
    }
    interface Record { id: ID! note: String secret: String }
    type Actor implements Record @key(fields: "id") {
      id: ID!
      name: String!
      note: String
      secret: String @requiresScopes(scopes: [["secret:read"], ["audit:read", "legal:read"]])
      sanctioned(asOf: Date): Boolean!
      aliases: [String!]! @tag(name: "internal")
      "A list with a hole where an error is."
      findings: [Finding]!
      linked: [Actor!]!
      linkedActorIds: [ID!]! @inaccessible
    }
    type Finding { id: ID! text: String }
    type Sealed implements Record @requiresScopes(scopes: [["sealed:read"]]) { id: ID! note: String secret: String }
    type Audit @tag(name: "internal") { entries: Int! }
  `,
  attribution: `${link}
    type Query { wallet(id: ID!): Wallet }
    type Wallet @key(fields: "id") { id: ID! chain: String! owner: Actor }
    type Actor @key(fields: "id") {
      id: ID!
      linkedActorIds: [ID!]! @external
      wallets: [Wallet!] @requiresScopes(scopes: [["attribution:read"]])
      reach: Reach! @inaccessible @requires(fields: "linkedActorIds")
    }
    type Reach @inaccessible { accountIds: [ID!]! }
  `,
  enforcement: `${link}
    type Query { account(id: ID!): Account accounts: [Account!]! }
    type Account @key(fields: "id") { id: ID! status: String! holder: Actor }
    type Actor @key(fields: "id") {
      id: ID!
      reach: Reach! @external
      frozenAccounts: [Account!] @requires(fields: "reach { accountIds }")
      "Not nullable, though another subgraph's."
      risk: Int!
    }
    type Reach @inaccessible { accountIds: [ID!]! @external }
  `,
} as const;

export type SubgraphName = keyof typeof sdls;

interface Context {
  readonly caller: Identity;
}

const names: Record<string, string> = { a: 'Alpha', b: 'Beta', broken: 'Broken' };

const actor = (id: string) => ({ __typename: 'Actor', id });

function known({ id }: { readonly id: string }) {
  if (names[id] === undefined) throw new CordonError('BAD_USER_INPUT', `no actor ${id}`);
  return { id };
}

/** The resolvers of each subgraph. */
export const resolvers = {
  sanctions: {
    Date: DateScalar,
    BigInt: BigIntScalar,
    Query: {
      actor: (_: unknown, { id }: { id: string }) => (names[id] === undefined ? null : actor(id)),
      actors: () => ['a', 'b'].map(actor),
      record: (_: unknown, { id }: { id: string }) =>
        id === 'sealed'
          ? { __typename: 'Sealed', id, note: 'sealed note', secret: 'sealed secret' }
          : actor(id),
      count: (_: unknown, { from }: { from: bigint }) => from - 1n,
      audit: () => ({ entries: 7 }),
      whoAmI: (_: unknown, __: unknown, { caller }: Context) => JSON.stringify(caller),
    },
    Mutation: {
      rename: (_: unknown, { id }: { id: string }) => actor(id),
      mustRename: (_: unknown, { id }: { id: string }) => actor(id),
    },
    Record: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Actor: {
      __resolveReference: known,
      name: ({ id }: { id: string }) => {
        if (id === 'broken') throw new Error('secret detail of /srv/sanctions/actor.ts');
        return names[id];
      },
      note: ({ id }: { id: string }) => (id === 'b' ? null : `note on ${id}`),
      secret: ({ id }: { id: string }) => `secret of ${id}`,
      sanctioned: ({ id }: { id: string }, { asOf }: { asOf?: string }) => {
        if (asOf === '1990-01-01') {
          throw new CordonError('COVERAGE_GAP', 'no source decides', { versions: ['v1'] });
        }
        return id === 'a';
      },
      aliases: ({ id }: { id: string }) => [`${names[id]} Ltd`],
      findings: () => [
        { id: '1', text: 'fine' },
        new CordonError('COVERAGE_GAP', 'this one is not there'),
        null,
      ],
      linked: ({ id }: { id: string }) => (id === 'a' ? [actor('a'), actor('b')] : [actor(id)]),
      linkedActorIds: ({ id }: { id: string }) => {
        if (id === 'broken') throw new CordonError('COVERAGE_GAP', 'nobody knows who is linked');
        return id === 'a' ? ['a', 'b'] : [id];
      },
    },
  },
  attribution: {
    Query: { wallet: (_: unknown, { id }: { id: string }) => ({ id }) },
    Wallet: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      chain: () => 'eip155:1',
      owner: ({ id }: { id: string }) => actor(id.split('-')[1] ?? 'a'),
    },
    Actor: {
      __resolveReference: (reference: object) => reference,
      wallets: ({ id }: { id: string }) => [{ id: `w-${id}` }],
      reach: ({ linkedActorIds }: { linkedActorIds: string[] }) => ({
        accountIds: linkedActorIds.map((id) => `acc-${id}`),
      }),
    },
  },
  enforcement: {
    Query: {
      account: (_: unknown, { id }: { id: string }) => ({ id }),
      accounts: () => [{ id: 'acc-a' }, { id: 'acc-b' }],
    },
    Account: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      status: () => 'FROZEN',
      holder: ({ id }: { id: string }) => actor(id.replace('acc-', '')),
    },
    Actor: {
      __resolveReference: (reference: object) => reference,
      frozenAccounts: ({ reach }: { reach: { accountIds: string[] } }) =>
        reach.accountIds.map((id) => ({ id })),
      risk: () => 3,
    },
  },
};

const silent = createLogger('test', 'silent');

/** Starts one of them, as the deployables start theirs. */
export function startSubgraph(
  name: SubgraphName,
  cases: readonly string[] = [],
  logger = silent,
): Promise<Subgraph> {
  return runSubgraph<Context>({
    name,
    schema: buildSubgraphSchema({ typeDefs: parse(sdls[name]), resolvers: resolvers[name] as never }),
    logger,
    createContext: (caller) => ({ caller }),
    loadedCases: async () => cases,
    close: async () => undefined,
  });
}
