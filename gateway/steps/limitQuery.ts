import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { requestError } from '../request/requestError';

/** The limits of a query. They are checked before it is validated: validating some queries is what costs. */
export interface QueryLimits {
  /** Nested fields, the last included. Introspection is exempt. */
  readonly maxDepth: number;
  readonly maxTokens: number;
  /** Fields with every fragment written out. */
  readonly maxFields: number;
  readonly maxRootFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Fields of one name side by side: validation compares each with each. */
  readonly maxRepeats: number;
}

/**
 * The limits of a query. The flagship query has 8 levels, 150 tokens and 50 fields; the introspection query
 * of the usual tools has 500 tokens and 200 fields. The rest is room for a dashboard that asks for much in
 * one call.
 */
export const queryLimits = {
  maxTokens: 5_000,
  maxFields: 2_000,
  maxRootFields: 50,
  maxAliases: 100,
  maxDirectives: 100,
  maxRepeats: 20,
} as const;

/** Returns how many fields a document nests. Throws QUERY_TOO_DEEP or QUERY_TOO_LARGE. */
export function limitQuery(document: DocumentNode, limits: QueryLimits): number {
  countSyntax(document, limits);
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const measure = new Measure(fragments);
  let deepest = 0;
  for (const { selectionSet } of operations) {
    const { depth, fields, outermost } = measure.of(selectionSet);
    deepest = Math.max(deepest, depth);
    if (depth > limits.maxDepth) {
      throw requestError(
        'QUERY_TOO_DEEP',
        `The query is ${depth} fields deep; ${limits.maxDepth} are allowed.`,
      );
    }
    allow('fields, fragments written out', fields, limits.maxFields);
    allow('root fields', outermost, limits.maxRootFields);
  }
  return deepest;
}

function countSyntax(document: DocumentNode, limits: QueryLimits): void {
  let aliases = 0;
  let directives = 0;
  let repeats = 0;
  visit(document, {
    Field({ alias }) {
      if (alias) aliases++;
    },
    Directive() {
      directives++;
    },
    SelectionSet(node) {
      repeats = Math.max(repeats, countRepeats(node));
    },
  });
  allow('aliases', aliases, limits.maxAliases);
  allow('directives', directives, limits.maxDirectives);
  allow('fields of one name side by side', repeats, limits.maxRepeats);
}

function countRepeats({ selections }: SelectionSetNode): number {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function allow(what: string, count: number, max: number): void {
  if (count > max) throw requestError('QUERY_TOO_LARGE', `The query has more than ${max} ${what}.`);
}

interface Size {
  readonly depth: number;
  readonly fields: number;
  /** Fields at this level itself. */
  readonly outermost: number;
}

const nothing: Size = { depth: 0, fields: 0, outermost: 0 };

/** Measures selections, each fragment once: written out they may be exponentially large. A cycle adds nothing here; validation rejects it. */
class Measure {
  readonly #known = new Map<string, Size>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of({ selections }: SelectionSetNode): Size {
    return selections.reduce<Size>((sum, selection) => {
      const size = this.selection(selection);
      return {
        depth: Math.max(sum.depth, size.depth),
        fields: sum.fields + size.fields,
        outermost: sum.outermost + size.outermost,
      };
    }, nothing);
  }

  private selection(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
    const inner = selection.selectionSet ? this.of(selection.selectionSet) : nothing;
    const introspects = selection.name.value === '__schema' || selection.name.value === '__type';
    return { depth: introspects ? 1 : inner.depth + 1, fields: inner.fields + 1, outermost: 1 };
  }

  private fragment(name: string): Size {
    const known = this.#known.get(name);
    if (known) return known;
    this.#known.set(name, nothing);
    const fragment = this.fragments.get(name);
    const size = fragment ? this.of(fragment.selectionSet) : nothing;
    this.#known.set(name, size);
    return size;
  }
}
