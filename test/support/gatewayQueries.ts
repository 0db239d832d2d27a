import fc from 'fast-check';
import { queryLimits } from '../../gateway/steps/limitQuery';

/** A field of a random query. */
export interface Asked {
  readonly field: string;
  readonly alias: string;
  /** The scopes that it needs, any one of them. */
  readonly needs: readonly string[];
  readonly wrap: 'plain' | 'inline' | 'fragment' | 'included' | 'skipped';
  readonly inner: readonly Asked[] | undefined;
}

type Shape = Readonly<Record<string, readonly [field: string, needs: readonly string[], type?: string][]>>;

const shape: Shape = {
  Query: [
    ['actor(id: "a")', [], 'Actor'],
    ['actor(id: "nobody")', [], 'Actor'],
    ['actors', [], 'Actor'],
    ['accounts', [], 'Account'],
    ['wallet(id: "w-b")', [], 'Wallet'],
    ['record(id: "sealed")', ['sealed:read'], 'Record'],
  ],
  Actor: [
    ['id', []],
    ['name', []],
    ['note', []],
    ['__typename', []],
    ['secret', ['secret:read']],
    ['wallets', ['attribution:read'], 'Wallet'],
    ['frozenAccounts', [], 'Account'],
    ['linked', [], 'Actor'],
    ['risk', []],
    ['aliases', []],
  ],
  Account: [
    ['id', []],
    ['status', []],
    ['holder', [], 'Actor'],
  ],
  Wallet: [
    ['id', []],
    ['chain', []],
    ['owner', [], 'Actor'],
  ],
  Record: [
    ['id', []],
    ['note', []],
    ['secret', ['secret:read']],
  ],
};

const wraps = ['plain', 'plain', 'inline', 'fragment', 'included', 'skipped'] as const;

/** Random selections of a type, down to a depth. */
export function selection(type: string, depth: number): fc.Arbitrary<readonly Asked[]> {
  const fields = (shape[type] ?? []).filter(([, , inner]) => depth > 0 || inner === undefined);
  const one = fc.constantFrom(...fields).chain(([field, needs, inner]) =>
    fc.record({
      field: fc.constant(field),
      alias: fc.constant(''),
      needs: fc.constant(needs),
      wrap: fc.constantFrom(...wraps),
      inner: inner === undefined ? fc.constant(undefined) : selection(inner, depth - 1),
    }),
  );
  return fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((several) => several.map((asked, i) => ({ ...asked, alias: `f${i}` })))
    .filter((several) => aliases(several) <= queryLimits.maxAliases);
}

/** Every field has one, and the gateway rejects a query with too many. */
const aliases = (asked: readonly Asked[]): number =>
  asked.reduce((sum, { inner }) => sum + 1 + (inner ? aliases(inner) : 0), 0);

function write(asked: readonly Asked[], type: string, fragments: string[]): string {
  const lines = asked.map(({ field, alias, wrap, inner }) => {
    const innerType = shape[type]?.find(([name]) => name === field)?.[2] ?? '';
    const text = `${alias}: ${field}${inner ? ` { ${write(inner, innerType, fragments)} }` : ''}`;
    if (wrap === 'inline') return `... on ${type} { ${text} }`;
    if (wrap === 'included') return `... @include(if: $yes) { ${text} }`;
    if (wrap === 'skipped') return text.replace(field, `${field} @skip(if: $yes)`);
    if (wrap === 'plain') return text;
    fragments.push(`fragment F${fragments.length} on ${type} { ${text} }`);
    return `...F${fragments.length - 1}`;
  });
  return lines.join(' ');
}

/** A random query as text; its variables are `{ yes: true }`. */
export function queryOf(asked: readonly Asked[]): string {
  const fragments: string[] = [];
  const body = write(asked, 'Query', fragments);
  const uses = /\$yes/.test(body + fragments.join('')) ? '($yes: Boolean!)' : '';
  return `query Q${uses} { ${body} } ${fragments.join(' ')}`;
}
