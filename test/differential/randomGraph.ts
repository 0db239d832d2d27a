import {
  type EntityModel,
  type GraphModel,
  keyKinds,
  type KeyKind,
  labelInForce,
  otherLabel,
} from './graphModel';
import { Random } from './random';
import { SubgraphSdl } from './subgraphSdl';

/** The wildness of a graph: one that does not compose is tried again, more tamely. */
export type Wildness = 0 | 1 | 2;

interface Entity extends EntityModel {
  readonly keys: readonly KeyKind[];
  /** The subgraphs that can be asked for it. */
  readonly homes: SubgraphSdl[];
}

const names = ['alpha', 'b-b', 'Gamma', 'delta_2', 'epsilon'] as const;
const leaves = ['ID', 'String', 'Int', 'Float', 'Boolean', 'Level', 'Json'] as const;
/** Names of objects' own properties, which are names like others. */
const oddNames = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
  'prototype',
] as const;

/** Makes up the subgraphs of a graph. What it says may not compose: whoever asks for it tries. */
export function randomGraph(seed: number, wildness: Wildness): GraphModel {
  return new Maker(seed, wildness).make();
}

class Maker {
  readonly #random: Random;
  readonly #subgraphs: SubgraphSdl[];
  readonly #pools = new Map<string, string[]>();
  readonly #requires = new Map<string, string>();
  readonly #entities: Entity[] = [];
  readonly #odd: string[];
  readonly #nullKeys: boolean;
  /** The types that implement Media: a subgraph that has it as an object may not know them. */
  readonly #media = new Set<string>();
  #fields = 0;

  constructor(
    readonly seed: number,
    readonly wildness: Wildness,
  ) {
    const random = new Random(seed);
    this.#random = random;
    this.#subgraphs = names.slice(0, random.between(2, names.length)).map((name) => new SubgraphSdl(name));
    this.#odd = random.some(oddNames, 0.3);
    this.#nullKeys = wildness > 0 && random.chance(0.15);
  }

  make(): GraphModel {
    const random = this.#random;
    for (let i = 0; i < random.between(2, 4); i++) this.#entity(`T${i}`);
    // The stock executor has no type for such objects: where keys are null too, nothing says whether it is right.
    if (!this.#nullKeys && random.chance(0.5)) this.#interfaceObject();
    if (random.chance(0.7)) this.#interface('Named');
    for (let i = 0; i < random.between(1, 2); i++) this.#valueType(`V${i}`);
    if (random.chance(0.7)) this.#union('Any');
    for (const entity of this.#entities) for (const home of entity.homes) this.#ownFields(entity, home);
    for (const entity of this.#entities) this.#betweenSubgraphs(entity);
    for (const subgraph of this.#subgraphs) this.#roots(subgraph);
    return {
      seed: this.seed,
      subgraphs: this.#subgraphs.map((subgraph) => ({ name: subgraph.name, sdl: subgraph.print() })),
      entities: this.#entities.map(({ name, first, count }) => ({ name, first, count })),
      pools: this.#pools,
      requires: this.#requires,
      nullKeys: this.#nullKeys,
    };
  }

  /** An entity of some subgraphs, each with keys of its own: a way from one to another may lead over a third. */
  #entity(name: string): void {
    const random = this.#random;
    const keys = random.someOf(keyKinds, this.wildness === 2 ? 0.4 : 0.2);
    const entity = this.#addEntity(name, keys, random.someOf(this.#subgraphs, 0.5));
    const common = random.pick(keys);
    for (const home of entity.homes) {
      const own = random.someOf(keys, 0.5);
      for (const key of this.wildness === 2 ? own : new Set([common, ...own])) home.key(name, key, true);
    }
  }

  #addEntity(name: string, keys: readonly KeyKind[], homes: SubgraphSdl[]): Entity {
    const first = 1_000 * (this.#entities.length + 1);
    const entity = { name, first, count: this.#random.between(2, 6), keys, homes };
    this.#entities.push(entity);
    return entity;
  }

  /** An interface with a key whose types one subgraph knows, and that others treat as an object. */
  #interfaceObject(): void {
    const random = this.#random;
    const [home, ...others] = shuffled(this.#subgraphs, random);
    if (!home) return;
    const media = home.type('Media', 'interface');
    home.key('Media', 'id', true);
    const types = ['Film', 'Book', 'Song'].slice(0, random.between(1, 3));
    const shared = this.#name();
    media.fields.set(shared, `${shared}: String`);
    for (const name of types) {
      this.#addEntity(name, ['id'], [home]);
      this.#media.add(name);
      home.type(name).interfaces.add('Media');
      home.key(name, 'id', true);
      home.field(name, shared, `${shared}: String`);
    }
    this.#pools.set('Media', types);
    for (const other of random.someOf(others, 0.5)) {
      other.type('Media').directives.add('@interfaceObject');
      other.key('Media', 'id', random.chance(0.8) || this.wildness < 2);
      if (other.type('Media').keys.get('id') !== true) continue;
      for (let i = 0; i < random.between(1, 2); i++) this.#field(other, 'Media', this.#type(other));
    }
    // A subgraph may know one of the types by itself, and add to it.
    const last = others.find((other) => !other.has('Media'));
    const film = this.#entities.find(({ name }) => name === 'Film');
    if (!last || !film || !random.chance(0.5)) return;
    last.key('Film', 'id', true);
    film.homes.push(last);
  }

  /** An interface without a key, of some subgraphs; a type may implement it in one and not in another. */
  #interface(name: string): void {
    const random = this.#random;
    const label = this.#name();
    const implementing: string[][] = [];
    for (const subgraph of random.someOf(this.#subgraphs, 0.5)) {
      const types = random.some(
        this.#entities.filter(({ homes }) => homes.includes(subgraph)),
        0.7,
      );
      if (types.length === 0) continue;
      subgraph.type(name, 'interface').fields.set(label, `${label}(n: Int = 3): String`);
      for (const type of types) {
        subgraph.type(type.name).interfaces.add(name);
        subgraph.field(type.name, label, `${label}(n: Int = 3): String @shareable`);
      }
      implementing.push(types.map((type) => type.name));
    }
    const common = implementing[0]?.filter((type) => implementing.every((types) => types.includes(type)));
    if (!common?.length || !random.chance(0.6)) return;
    const peer = this.#name();
    for (const subgraph of this.#subgraphs.filter((each) => each.has(name))) {
      const text = `${peer}: ${name}`;
      subgraph.type(name).fields.set(peer, text);
      for (const { name: type } of this.#entities)
        if (subgraph.has(type) && subgraph.type(type).interfaces.has(name))
          subgraph.field(type, peer, `${text} @shareable`);
    }
    this.#pools.set(peer, common);
  }

  /** A type without a key, the same in each subgraph that uses it. */
  #valueType(name: string): void {
    const random = this.#random;
    const users = random.someOf(this.#subgraphs, 0.6);
    const fields = Array.from({ length: random.between(1, 3) }, () => {
      const field = this.#name();
      return [field, `${field}: ${this.#wrap(random.pick(leaves))}`] as const;
    });
    if (random.chance(0.4)) {
      const field = this.#name();
      const target = random.pick(this.#entities.filter((each) => !this.#media.has(each.name)));
      for (const user of users) this.#refer(user, target);
      fields.push([field, `${field}: ${this.#wrap(target.name)}`]);
    }
    if (name !== 'V0' && random.chance(0.4)) {
      const able = users.every((user) => user.has('V0'));
      const field = this.#name();
      if (able) fields.push([field, `${field}: ${this.#wrap('V0')}`]);
    }
    for (const user of users) {
      user.type(name).directives.add('@shareable');
      for (const [field, text] of fields) user.field(name, field, text);
    }
  }

  #union(name: string): void {
    for (const subgraph of this.#random.someOf(this.#subgraphs, 0.5)) {
      const able = [
        ...this.#entities.filter(({ homes }) => homes.includes(subgraph)).map((entity) => entity.name),
        ...['V0', 'V1'].filter((type) => subgraph.has(type)),
      ];
      if (able.length > 0) subgraph.union(name, this.#random.someOf(able, 0.7));
    }
  }

  #ownFields(entity: Entity, home: SubgraphSdl): void {
    const random = this.#random;
    for (let i = 0; i < random.between(1, 3); i++) {
      const field = this.#field(home, entity.name, this.#type(home));
      if (random.chance(0.08)) {
        const open = home.type(entity.name).fields.get(field.name) ?? '';
        home.field(entity.name, field.name, `${open} @requiresScopes(scopes: [["some"], ["more", "most"]])`);
      }
      const other = entity.homes.find((each) => each !== home);
      if (!other || !field.shareable) continue;
      const text = home.type(entity.name).fields.get(field.name) ?? '';
      if (random.chance(0.2)) {
        home.field(entity.name, field.name, `${text} @shareable`);
        other.field(entity.name, field.name, `${text} @shareable`);
      } else if (random.chance(0.15)) {
        const label = random.chance(0.4) ? `, label: "${random.pick([labelInForce, otherLabel])}"` : '';
        other.field(entity.name, field.name, `${text} @override(from: "${home.name}"${label})`);
      }
    }
  }

  /** `@requires` and `@provides`. */
  #betweenSubgraphs(entity: Entity): void {
    const random = this.#random;
    for (const home of entity.homes) {
      const others = entity.homes.filter((each) => each !== home);
      for (const other of random.some(others, 0.6)) this.#require(entity, home, other);
      if (random.chance(0.4)) this.#provide(entity, home);
    }
  }

  /** A field of `home` that requires what `owner` knows. */
  #require(entity: Entity, home: SubgraphSdl, owner: SubgraphSdl): void {
    const random = this.#random;
    const required: string[] = [];
    for (let i = 0; i < random.between(1, 2); i++) {
      const name = this.#name();
      const withArgument = random.chance(0.4);
      const value = ['V0', 'V1'].find((type) => home.has(type) && owner.has(type));
      const inner = value && random.chance(0.4) ? leafOf(home, value) : undefined;
      const type = inner && value ? this.#wrap(value) : this.#wrap(random.pick(leaves));
      const text = `${name}${withArgument ? '(size: Int = 1, level: Level)' : ''}: ${type}`;
      owner.field(entity.name, name, text);
      home.field(entity.name, name, `${text} @external`);
      const given = withArgument ? random.pick(['(size: 5)', '(level: HIGH)', '(size: 1)', '']) : '';
      required.push(`${name}${given}${inner ? ` { ${inner} }` : ''}`);
    }
    const name = this.#name();
    const fields = required.join(' ');
    home.field(entity.name, name, `${name}: ${this.#wrap('String')} @requires(fields: "${fields}")`);
    this.#requires.set(name, fields);
  }

  /** A field of another subgraph that leads to an entity and brings along what `home` knows of it. */
  #provide(entity: Entity, home: SubgraphSdl): void {
    const random = this.#random;
    const provider = random.pick(this.#subgraphs.filter((subgraph) => subgraph !== home));
    if (!this.#mayKnow(provider, entity)) return;
    const name = this.#name();
    const type = this.#wrap(random.pick(leaves));
    home.field(entity.name, name, `${name}: ${type} @shareable`);
    this.#refer(provider, entity);
    if (!provider.type(entity.name).fields.has(name))
      provider.field(entity.name, name, `${name}: ${type} @external`);
    const root = this.#name();
    provider.field('Query', root, `${root}: ${this.#wrap(entity.name)} @provides(fields: "${name}")`);
  }

  #roots(subgraph: SubgraphSdl): void {
    const random = this.#random;
    for (let i = 0; i < random.between(1, 3); i++) {
      const { name } = this.#field(
        subgraph,
        'Query',
        random.chance(0.8) ? this.#composite(subgraph) : this.#type(subgraph),
      );
      const other = random.pick(this.#subgraphs);
      const text = subgraph.type('Query').fields.get(name) ?? '';
      const type = /: \[*(\w+)/.exec(text.slice(text.lastIndexOf(')') + 1))?.[1] ?? '';
      const entity = this.#entities.find((each) => each.name === type);
      if (other === subgraph || !entity?.homes.includes(other) || !random.chance(0.15)) continue;
      subgraph.field('Query', name, `${text} @shareable`);
      other.field('Query', name, `${text} @shareable`);
    }
    for (let i = 0; i < random.between(0, 2); i++) this.#field(subgraph, 'Mutation', this.#type(subgraph));
  }

  /** Makes a subgraph able to answer with an entity: by a key under which another one can be asked. */
  #refer(subgraph: SubgraphSdl, entity: Entity): void {
    if (subgraph.has(entity.name)) return;
    const home = this.#random.pick(entity.homes);
    const keys = [...home.type(entity.name).keys.keys()];
    subgraph.key(entity.name, this.#random.pick(keys), false);
  }

  #mayKnow(subgraph: SubgraphSdl, { name }: Entity): boolean {
    const isObject = subgraph.has('Media') && subgraph.type('Media').directives.has('@interfaceObject');
    return !isObject || !this.#media.has(name);
  }

  #type(subgraph: SubgraphSdl): string {
    return this.#random.chance(0.5) ? this.#random.pick(leaves) : this.#composite(subgraph);
  }

  /** A type that a subgraph can answer with. */
  #composite(subgraph: SubgraphSdl): string {
    const abstract = ['Named', 'Any', 'Media', 'V0', 'V1'].filter((type) => subgraph.has(type));
    if (abstract.length > 0 && this.#random.chance(0.45)) return this.#random.pick(abstract);
    const entity = this.#random.pick(this.#entities.filter((each) => this.#mayKnow(subgraph, each)));
    this.#refer(subgraph, entity);
    return entity.name;
  }

  #field(subgraph: SubgraphSdl, parent: string, type: string) {
    const name = this.#name();
    const pool = this.#poolOf(subgraph, type);
    if (pool) this.#pools.set(name, pool);
    subgraph.field(parent, name, `${name}${this.#arguments()}: ${this.#wrap(type)}`);
    const shareable = !['Named', 'Any', 'Media'].includes(type) && !/^[TV]\d|^(Film|Book|Song)$/.test(type);
    return { name, shareable };
  }

  /** The types of what a subgraph answers with where it says an abstract one. */
  #poolOf(subgraph: SubgraphSdl, type: string): string[] | undefined {
    if (type === 'Any') return [...subgraph.members(type)];
    if (type !== 'Named') return undefined;
    return this.#entities
      .map(({ name }) => name)
      .filter((name) => subgraph.has(name) && subgraph.type(name).interfaces.has(type));
  }

  #name(): string {
    const odd = this.#random.chance(0.15) ? this.#odd.pop() : undefined;
    return odd ?? `f${this.#fields++}`;
  }

  #arguments(): string {
    const random = this.#random;
    if (!random.chance(0.3)) return '';
    const all = [
      'n: Int = 2',
      'text: String',
      'level: Level = HIGH',
      'filter: Filter',
      'ids: [ID!]',
      'json: Json',
    ];
    return `(${random.someOf(all, 0.3).join(', ')})`;
  }

  #wrap(type: string): string {
    const random = this.#random;
    const bang = () => (random.chance(0.4) ? '!' : '');
    const one = `${type}${bang()}`;
    if (random.chance(0.65)) return one;
    const list = `[${one}]${bang()}`;
    return random.chance(0.2) ? `[${list}]${bang()}` : list;
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => [random.below(1_000_000), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** A field of a value type that holds no object. */
function leafOf(subgraph: SubgraphSdl, type: string): string | undefined {
  for (const [name, text] of subgraph.type(type).fields)
    if (leaves.some((leaf) => new RegExp(`: \\[*${leaf}\\b`).test(text))) return name;
  return undefined;
}
