import { type KeyKind } from './graphModel';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external",
  "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible", "@requiresScopes", "@authenticated"])`;

/** The types of every subgraph: a type that is used as an argument is the same everywhere. */
const common = `enum Level { LOW MID HIGH }
scalar Json
input Filter { text: String = "any" number: Int level: Level! = MID tags: [String!] inner: Filter }`;

const keyFields: Readonly<Record<KeyKind, readonly string[]>> = {
  id: ['id: ID!'],
  sku: ['sku: String'],
  num: ['num: Int!'],
  'region code': ['region: Int!', 'code: String!'],
  'meta { tag }': ['meta: Meta!'],
};

interface TypeText {
  readonly kind: 'type' | 'interface';
  readonly interfaces: Set<string>;
  /** By key: whether the subgraph can be asked for the entity by it. */
  readonly keys: Map<KeyKind, boolean>;
  readonly directives: Set<string>;
  /** By name: the field's definition with its directives. */
  readonly fields: Map<string, string>;
}

/** The schema of one subgraph while it is being made up. */
export class SubgraphSdl {
  readonly #types = new Map<string, TypeText>();
  readonly #unions = new Map<string, readonly string[]>();

  constructor(readonly name: string) {}

  type(name: string, kind: TypeText['kind'] = 'type'): TypeText {
    const known = this.#types.get(name);
    if (known) return known;
    const made: TypeText = {
      kind,
      interfaces: new Set(),
      keys: new Map(),
      directives: new Set(),
      fields: new Map(),
    };
    this.#types.set(name, made);
    return made;
  }

  has(name: string): boolean {
    return this.#types.has(name) || this.#unions.has(name);
  }

  union(name: string, members: readonly string[]): void {
    this.#unions.set(name, members);
  }

  members(union: string): readonly string[] {
    return this.#unions.get(union) ?? [];
  }

  field(type: string, name: string, text: string): void {
    this.type(type).fields.set(name, text);
  }

  key(type: string, key: KeyKind, resolvable: boolean): void {
    const { keys, fields } = this.type(type);
    keys.set(key, resolvable || (keys.get(key) ?? false));
    for (const text of keyFields[key]) fields.set(text.slice(0, text.indexOf(':')), text);
    if (key === 'meta { tag }') {
      this.type('Meta').directives.add('@shareable');
      this.field('Meta', 'tag', 'tag: String!');
    }
  }

  print(): string {
    const unions = [...this.#unions].map(([name, members]) => `union ${name} = ${members.join(' | ')}`);
    return [federation, common, ...unions, ...[...this.#types].map(print)].join('\n');
  }
}

function print([name, { kind, interfaces, keys, directives, fields }]: [string, TypeText]): string {
  const implemented = interfaces.size > 0 ? ` implements ${[...interfaces].join(' & ')}` : '';
  const keyTexts = [...keys].map(
    ([key, resolvable]) => `@key(fields: "${key}"${resolvable ? '' : ', resolvable: false'})`,
  );
  const marks = [...directives, ...keyTexts].map((mark) => ` ${mark}`).join('');
  return `${kind} ${name}${implemented}${marks} {\n  ${[...fields.values()].join('\n  ')}\n}`;
}
