import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { textArgument } from '../../../gateway/supergraph/coreLinks';
import type { Contract } from '../../../gateway/supergraph/contract';
import type { FindingDraft } from '../finding/finding';
import type { ComparedGraph } from './comparedGraph';

/** A client with a schema of its own. */
export interface ContractClient {
  readonly client: string;
  readonly contract: Contract;
}

/**
 * Finds elements that enter a partner's schema (nobody decided to show them), and elements that leave it
 * while other clients keep them.
 */
export function contractFindings(
  base: ComparedGraph,
  head: ComparedGraph,
  clients: readonly ContractClient[],
): readonly FindingDraft[] {
  const found = new Map<string, FindingDraft>();
  const stillThere = coordinatesOf(head.apiSchema);
  for (const { client, contract } of clients) {
    const after = head.servedTo(contract);
    if (!after) {
      const message = `the contract of ${client} leaves no query: check its tags`;
      add(found, { code: 'CONTRACT_EMPTY', coordinate: null, message, client });
      continue;
    }
    const before = base.servedTo(contract);
    const was = before ? coordinatesOf(before) : new Set<string>();
    const is = coordinatesOf(after);
    for (const coordinate of outermost(is, was)) {
      const message = `${coordinate} enters the contract: its clients could not see it before`;
      add(found, { code: 'CONTRACT_GAINS', coordinate, message, client });
    }
    for (const coordinate of outermost(was, is)) {
      // An element that no client has any more is a breaking change of the whole graph.
      if (!stillThere.has(coordinate)) continue;
      const message = `${coordinate} leaves the contract: its clients can no longer ask for it`;
      add(found, { code: 'CONTRACT_LOSES', coordinate, message, client });
    }
  }
  return [...found.values()];
}

function add(
  found: Map<string, FindingDraft>,
  {
    code,
    coordinate,
    message,
    client,
  }: Pick<FindingDraft, 'code' | 'coordinate' | 'message'> & { client: string },
): void {
  const key = `${code} ${coordinate ?? client}`;
  const clients = [...(found.get(key)?.clients ?? []), client];
  found.set(key, { kind: 'contract', level: 'blocked', code, coordinate, message, location: null, clients });
}

/** The elements of `a` that `b` lacks, without those whose parent it lacks too. */
function outermost(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...a].filter((coordinate) => {
    if (b.has(coordinate)) return false;
    const parent = coordinate.endsWith(')')
      ? coordinate.slice(0, coordinate.indexOf('('))
      : coordinate.slice(0, Math.max(0, coordinate.indexOf('.')));
    return parent === '' || b.has(parent);
  });
}

/** Every element of a schema that a client can name. */
export function coordinatesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    found.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
    if (isInputObjectType(type))
      for (const name of Object.keys(type.getFields())) found.add(`${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      for (const { name } of field.args) found.add(`${type.name}.${field.name}(${name}:)`);
    }
  }
  return found;
}

/** Finds edits of tags without a partner file: nobody can tell whom they concern, so they need a review. */
export function tagFindings(base: ComparedGraph, head: ComparedGraph): readonly FindingDraft[] {
  const before = tagsOf(base);
  const after = tagsOf(head);
  return [...before.keys()].flatMap((coordinate): readonly FindingDraft[] => {
    const now = after.get(coordinate);
    const old = before.get(coordinate) ?? [];
    if (!now || old.join(' ') === now.join(' ')) return [];
    const text = (tags: readonly string[]) => (tags.length === 0 ? 'no tag' : tags.join(', '));
    const message = `${coordinate}: tags were ${text(old)}, now ${text(now)}; contracts may show or hide it (give --partners)`;
    const common = { coordinate, message, location: null, clients: [] };
    return [{ kind: 'contract', level: 'warning', code: 'TAGS_CHANGED', ...common }];
  });
}

const tagsOf = ({ elements }: ComparedGraph) =>
  new Map(
    [...elements.values()].map(({ coordinate, directives }) => [
      coordinate,
      directives
        .flatMap(({ name, node }) => (name === 'tag' ? [textArgument(node, 'name') ?? ''] : []))
        .sort(),
    ]),
  );
