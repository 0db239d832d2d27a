import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { GraphQLObjectType } from 'graphql';
import { buildSchema, type FragmentDefinitionNode, Kind } from 'graphql';
import { KnownParts } from '../../../../../../gateway/execution/compiled/knownParts';
import { fieldWriter } from '../../../../../../gateway/execution/compiled/projection/fieldWriter';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Compiles a field of an operation of its own. Returns a reference to what the operation alone has. */
function compileOnce(parent: GraphQLObjectType, known: KnownParts): WeakRef<object> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'name' } } as const;
  fieldWriter(
    { name: 'name', parent, nodes: [node], isFirst: true },
    {
      schema: buildSchema('type Query { name: String }'),
      fragments,
      forbidden: new Map(),
      names: { keyOf: () => 'name' },
      known,
      isIncluded: () => fragments.size === 0,
    },
    () => ({ fieldsOf: () => [] }),
  );
  return new WeakRef(fragments);
}

it('a writer that all operations share does not keep the document of the first one', async () => {
  const known = new KnownParts();
  const parent = buildSchema('type Query { name: String }').getQueryType() as GraphQLObjectType;
  const fragments = compileOnce(parent, known);
  await setImmediate();
  collectGarbage();
  expect(known.once('writer', 'Query.name true', () => ({}))).toMatchObject({ name: 'name' });
  expect(fragments.deref()).toBeUndefined();
});
