import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
  visit,
} from 'graphql';
import type { Asked } from './answers';

/** The attempts to find a smaller case. */
const maxTries = 1_500;

/** Makes a failing case smaller as long as it fails: fewer faults, fields, arguments, conditions, aliases and fragments. */
export async function shrink(
  schema: GraphQLSchema,
  failing: Asked,
  fails: (asked: Asked) => Promise<boolean>,
): Promise<Asked> {
  let smallest = failing;
  let tries = 0;
  for (let found = true; found;) {
    found = false;
    for (const candidate of candidates(smallest)) {
      if (++tries > maxTries) return smallest;
      if (validate(schema, parse(candidate.query)).length > 0 || !(await fails(candidate))) continue;
      smallest = candidate;
      found = true;
      break;
    }
  }
  return smallest;
}

function* candidates(asked: Asked): Generator<Asked> {
  for (const fault of asked.faults)
    yield { ...asked, faults: asked.faults.filter((other) => other !== fault) };
  const document = parse(asked.query, { noLocation: true });
  for (const smaller of smallerDocuments(document)) yield withDocument(asked, smaller);
}

function* smallerDocuments(document: DocumentNode): Generator<DocumentNode> {
  const sets: SelectionSetNode[] = [];
  const fields: FieldNode[] = [];
  visit(document, {
    SelectionSet: (node) => void sets.push(node),
    Field: (node) => void fields.push(node),
  });
  for (const set of sets) {
    const { selections } = set;
    if (selections.length > 1)
      for (const dropped of selections)
        yield replace(document, set, { ...set, selections: selections.filter((node) => node !== dropped) });
    for (const node of selections)
      for (const simpler of simplerSelections(node, document))
        yield replace(document, set, {
          ...set,
          selections: selections.flatMap((each) => (each === node ? simpler : [each])),
        });
  }
  for (const field of fields) {
    if (field.alias) yield replace(document, field, withoutAlias(field));
    for (const dropped of field.arguments ?? [])
      yield replace(document, field, {
        ...field,
        arguments: field.arguments?.filter((arg) => arg !== dropped) ?? [],
      });
  }
}

function withoutAlias({ alias: _alias, ...field }: FieldNode): FieldNode {
  return field;
}

/** A selection without its conditions, or what a fragment holds in its place. */
function simplerSelections(
  node: SelectionNode,
  { definitions }: DocumentNode,
): readonly (readonly SelectionNode[])[] {
  const without = node.directives?.length ? [[{ ...node, directives: [] }]] : [];
  if (node.kind === Kind.FIELD) return without;
  if (node.kind === Kind.INLINE_FRAGMENT) return [...without, node.selectionSet.selections];
  const fragment = definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
  );
  if (!fragment) return without;
  const { typeCondition, selectionSet } = fragment;
  return [...without, [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }]];
}

const replace = <Node extends ASTNode>(document: DocumentNode, node: Node, by: Node): DocumentNode =>
  visit(document, { enter: (each) => (each === node ? by : undefined) });

/** The case with another document: variables and fragments that are not used any more are left out. */
function withDocument(asked: Asked, document: DocumentNode): Asked {
  const fragments = reachable(document);
  const kept = document.definitions.filter(
    (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || fragments.has(definition.name.value),
  );
  const used = new Set<string>();
  const collect = (node: ASTNode) =>
    visit(node, { Variable: ({ name }) => void used.add(name.value), VariableDefinition: () => false });
  kept.forEach(collect);
  const definitions = kept.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          variableDefinitions:
            definition.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [],
        }
      : definition,
  );
  const variables = Object.fromEntries(Object.entries(asked.variables).filter(([name]) => used.has(name)));
  return { ...asked, query: print({ ...document, definitions }), variables };
}

function reachable({ definitions }: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        if (names.has(name.value)) return;
        names.add(name.value);
        for (const definition of definitions)
          if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name.value)
            follow(definition);
      },
    });
  };
  for (const definition of definitions) if (definition.kind === Kind.OPERATION_DEFINITION) follow(definition);
  return names;
}
