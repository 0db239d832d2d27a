import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { defaultUrls } from '../../cli/deployables';
import { composeCommitted } from '../../gateway/supergraph/committed';
import { composeSupergraph, mustCompose } from '../../gateway/supergraph/compose';
import { contractSchema } from '../../gateway/supergraph/contract';
import { projectRoot } from '../../shared/config/projectRoot';
import { printSubgraph } from '../../shared/subgraph/buildSubgraph';
import { attributionDefinition } from '../../subgraphs/attribution/schema';
import { enforcementDefinition } from '../../subgraphs/enforcement/schema';
import { sanctionsDefinition } from '../../subgraphs/sanctions/schema';

const sdls = {
  sanctions: printSubgraph(sanctionsDefinition),
  attribution: printSubgraph(attributionDefinition),
  enforcement: printSubgraph(enforcementDefinition),
};
const names = Object.keys(sdls) as (keyof typeof sdls)[];

const committed = (...path: string[]) => readFileSync(join(projectRoot(), ...path), 'utf8');

const guards = (directives: readonly ConstDirectiveNode[] = []) =>
  directives.filter(({ name }) => ['authenticated', 'requiresScopes'].includes(name.value));

const fieldsOf = (sdl: string): { type: string; field: FieldDefinitionNode; extendsOther: boolean }[] =>
  parse(sdl).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? []).map((field) => ({
          type: definition.name.value,
          field,
          extendsOther: false,
        }))
      : [],
  );

/**
 * Returns the elements with and without a description, as `Type`, `Type.field`, `Type.field(argument)` and
 * `Enum.VALUE`.
 */
function descriptions(sdl: string): { bare: string[]; described: number } {
  const bare: string[] = [];
  let described = 0;
  const note = (name: string, description: string | null | undefined) => {
    if (description) described++;
    else bare.push(name);
  };
  for (const type of Object.values(buildASTSchema(parse(sdl), { assumeValidSDL: true }).getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name)) note(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field.description);
        const args = 'args' in field ? field.args : [];
        for (const { name, description } of args) note(`${type.name}.${field.name}(${name})`, description);
      }
    }
  }
  return { bare, described };
}

describe.each(names)('the schema of %s', (name) => {
  const sdl = sdls[name];

  it('is the committed one', () => expect(committed('subgraphs', name, 'schema.graphql')).toBe(sdl));

  it('describes every type, field, argument and enum value', () => {
    const { bare, described } = descriptions(sdl);
    expect(described).toBeGreaterThan(50);
    expect(bare).toEqual([]);
  });

  it('names the authorisation of every root field', () => {
    const open = fieldsOf(sdl)
      .filter(
        ({ type, field }) => ['Query', 'Mutation'].includes(type) && guards(field.directives).length === 0,
      )
      .map(({ type, field }) => `${type}.${field.name.value}`);
    expect(open).toEqual([]);
  });

  it("asks for scopes on every field that it adds to another subgraph's entity", () => {
    const owned = {
      sanctions: ['Actor', 'ActorLink'],
      attribution: ['Wallet', 'Trace'],
      enforcement: ['Account'],
    }[name];
    const keyed = parse(sdl).definitions.filter(
      (definition): definition is ObjectTypeDefinitionNode =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
        (definition.directives ?? []).some((directive) => directive.name.value === 'key'),
    );
    const open = keyed
      .filter((type) => !owned.includes(type.name.value))
      .flatMap((type) =>
        (type.fields ?? [])
          .filter((field) => {
            const marks = (field.directives ?? []).map((directive) => directive.name.value);
            const isKey = ['id', 'fromId', 'toId'].includes(field.name.value);
            return (
              !isKey &&
              !marks.includes('external') &&
              !marks.includes('shareable') &&
              guards(field.directives).length === 0
            );
          })
          .map((field) => `${type.name.value}.${field.name.value}`),
      );
    expect(open).toEqual([]);
  });
});

describe('the supergraph', () => {
  const composition = composeSupergraph(sdls);

  it('composes, and is the committed one', () => {
    expect('problems' in composition ? composition.problems : []).toEqual([]);
    expect(composeCommitted(projectRoot(), { urls: defaultUrls, checkOnly: true })).toMatchObject({
      outcome: 'current',
    });
  });

  it('shows clients no type that is only for subgraphs', () => {
    if ('problems' in composition) throw new Error('it does not compose');
    expect(composition.apiSchema.getType('AccountReach')).toBeUndefined();
    expect(composition.apiSchema.getType('AccountTrace')).toBeUndefined();
  });

  it('has the names that checks and documents rely on', () => {
    if ('problems' in composition) throw new Error('it does not compose');
    const { apiSchema } = composition;
    const fields = (type: string) => {
      const found = apiSchema.getType(type);
      return found && 'getFields' in found ? Object.keys(found.getFields()) : [];
    };
    const contract: Record<string, string[]> = {
      Query: [
        'actor',
        'actors',
        'sanctionsLists',
        'wallet',
        'wallets',
        'account',
        'accounts',
        'claims',
        'contradictions',
      ],
      Actor: [
        'id',
        'kind',
        'name',
        'programs',
        'sanctioned',
        'designations',
        'relationships',
        'linkedActors',
        'listedWallets',
        'wallets',
        'tracedAccounts',
        'frozenAccounts',
      ],
      LinkedActor: ['actor', 'depth', 'path'],
      Relationship: ['kind', 'from', 'to', 'confidence', 'validFrom', 'validTo', 'sources', 'disputed'],
      Wallet: ['id', 'address', 'chain', 'attributions', 'transfers', 'listings', 'accounts'],
      WalletLookup: ['input', 'wallet', 'problem'],
      Transfer: ['txHash', 'from', 'to', 'amount', 'asset', 'at'],
      Trace: ['id', 'hops', 'amount', 'asset', 'completeness', 'snapshot'],
      TracedAccount: ['account', 'actor', 'trace'],
      Account: [
        'id',
        'venue',
        'status',
        'frozenSince',
        'measures',
        'holdings',
        'illustrative',
        'depositWallets',
      ],
      FrozenAccount: ['account', 'actor', 'link', 'trace'],
      FrozenAccountConnection: ['nodes', 'edges', 'pageInfo', 'totalCount', 'completeness'],
      Claim: ['id', 'statement', 'quote', 'offset', 'modality', 'source', 'about'],
      Contradiction: ['id', 'topic', 'claims', 'primary'],
    };
    for (const [type, names] of Object.entries(contract))
      expect(fields(type)).toEqual(expect.arrayContaining(names));
  });
});

it('serves a partner only queries that can answer it: a new one is tagged internal, or put here', () => {
  const { supergraphSdl, apiSchema } = mustCompose(sdls);
  const schema = contractSchema(parse(supergraphSdl), apiSchema, { exclude: ['internal'] });
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
    'account',
    'accounts',
    'actor',
    'actorChanges',
    'actors',
    'actorsByIdentifier',
    'alerts',
    'claims',
    'contradictions',
    'customer',
    'customerMatches',
    'customerScreening',
    'customers',
    'deliveries',
    'incidents',
    'legalProcess',
    'legalProcesses',
    'lossEstimates',
    'measures',
    'obligations',
    'publicStatements',
    'reconciliation',
    'recoveries',
    'sanctionsLists',
    'screenNames',
    'screeningAlerts',
    'transaction',
    'transactions',
    'wallet',
    'wallets',
    'watches',
    'webhooks',
  ]);
});
