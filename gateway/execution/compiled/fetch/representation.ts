import { getNamedType, getNullableType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { maxListDepth } from '../../call/maxListDepth';
import { type Data, unavailableReasons, UnavailableValue } from '../../call/unavailableValue';
import type { FetchNode } from '../../plan/planNodes';
import type { RequiredField } from '../../plan/requiredArguments';
import { createAnswerObject } from '../answer/answerObject';
import { type FitsType, fitsType, isTextType } from './fitsType';
import { applyRewrites } from './inputRewrites';
import { isOfType } from '../isOfType';

type Requires = NonNullable<FetchNode['requires']>;

interface PassedField {
  /** Its name in the gateway's data. */
  readonly key: string;
  /** Its name in the representation. */
  readonly to: string;
  readonly selection: RequiredSelection | undefined;
  /** Tells if a value is one of the field's type: any other is no fact that may be passed along. */
  readonly fits: FitsType;
  /** Tells if every text is a value of its type. */
  readonly isText: boolean;
}

/** The representation of an entity in a call, by which its subgraph knows it. */
export interface Representation {
  /** The fields of the entity itself that are passed along, by their names in the gateway's data. */
  readonly names: ReadonlySet<string>;
  /** All fields that are passed along, each as the names on the way to it: those of objects are the fields within them. */
  readonly paths: readonly (readonly string[])[];
  /** Stands for all that is passed along: entities with one key have equal representations. Undefined where a part is unknown. */
  keyOf(entity: Data): string | undefined;
  /** The representation of an entity that has a key. */
  of(entity: Data): Data;
  /**
   * Returns the reason why an entity has no key, where a subgraph or a call gave one. Undefined where its
   * type is not passed along at all.
   */
  whyUnknown(entity: Data): UnavailableValue | undefined;
}

/** The parts that read representations. */
export interface RepresentationParts {
  /** The supergraph's schema, with all that clients do not see. */
  readonly schema: GraphQLSchema;
  /** The fields for which the planner's own fields are passed along. */
  readonly required: ReadonlyMap<string, RequiredField>;
}

/** Reads what a call of a plan `requires`. */
export function readRepresentation(
  { requires = [], inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  parts: RepresentationParts,
): Representation {
  const { schema } = parts;
  const selection = new RequiredSelection(requires, parts);
  return {
    names: new Set(pathsOf(requires).flatMap(([name]) => name ?? [])),
    paths: pathsOf(requires),
    keyOf(entity) {
      const shape = selection.shapeOf(entity);
      const { fields, single } = shape;
      if (single) {
        const value = entity[single.field];
        if (typeof value === 'string') return single.opening + value;
      }
      return fields.length === 0 ? undefined : keyOfFields(entity, shape, 0);
    },
    of(entity) {
      const representation = pick(entity, selection) as Data;
      if (inputRewrites) applyRewrites(representation, inputRewrites, schema);
      return representation;
    },
    whyUnknown: (entity) => reasonWithin(entity, selection),
  };
}

/** The paths of what a call requires, without the names of types. */
function pathsOf(requires: Requires): readonly (readonly string[])[] {
  return requires.flatMap((one) => {
    if (one.kind === 'InlineFragment') return pathsOf(one.selections);
    if (one.name === '__typename') return [];
    const key = one.alias ?? one.name;
    const within = pathsOf(one.selections ?? []);
    return within.length === 0 ? [[key]] : within.map((path) => [key, ...path]);
  });
}

/** The fields picked from objects of one type. */
interface PickedShape {
  readonly fields: readonly PassedField[];
  /** The fields by their names in the representation. An `id` and a `sku` of one text are not one key. */
  readonly opening: string;
  /** Where it is the type's name and one text, as most keys are: its name, and how the text's key begins. No other key begins so. */
  readonly single: { readonly field: string; readonly opening: string } | undefined;
}

/** A selection in a plan's own form, with its fields by the type of their object. */
class RequiredSelection {
  readonly #shapes = new Map<string, PickedShape>();

  constructor(
    private readonly selections: Requires,
    private readonly parts: RepresentationParts,
    /** The type of the object, where the object names none of its own. */
    private readonly typename = '',
  ) {}

  fieldsOf(source: Data): readonly PassedField[] {
    return this.shapeOf(source).fields;
  }

  shapeOf(source: Data): PickedShape {
    const typename = source['__typename'];
    const name = typeof typename === 'string' ? typename : '';
    let shape = this.#shapes.get(name);
    if (!shape) {
      const fields = this.#read(name);
      const opening = fields.map(({ to }) => `${to} `).join('');
      shape = { fields, opening, single: singleOf(name, fields) };
      // A subgraph that invents types must not fill memory.
      if (this.parts.schema.getType(name) || name === '') this.#shapes.set(name, shape);
    }
    return shape;
  }

  #read(typename: string): readonly PassedField[] {
    const inner = new Map<string, Requires | undefined>();
    const read = (selections: Requires): void => {
      for (const selection of selections) {
        if (selection.kind === 'InlineFragment') {
          const { typeCondition } = selection;
          if (typeCondition === undefined || isOfType(this.parts.schema, typename, typeCondition))
            read(selection.selections);
          continue;
        }
        const key = selection.alias ?? selection.name;
        const known = inner.get(key);
        inner.set(key, selection.selections ? [...(known ?? []), ...selection.selections] : known);
      }
    };
    read(this.selections);
    return [...inner].map(([key, selections]) => {
      const type = this.#typeOf(typename, key);
      return {
        key,
        to: this.parts.required.get(key)?.field ?? key,
        selection:
          selections && new RequiredSelection(selections, this.parts, type && getNamedType(type).name),
        fits: type ? fitsType(type) : () => true,
        isText: type !== undefined && isTextType(getNullableType(type)),
      };
    });
  }

  #typeOf(typename: string, field: string) {
    const { schema } = this.parts;
    const type = schema.getType(typename) ?? schema.getType(this.typename);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
  }
}

function singleOf(typename: string, fields: readonly PassedField[]): PickedShape['single'] {
  const others = fields.filter(({ key }) => key !== '__typename');
  const [field] = others;
  if (typename === '' || fields.length !== 2 || !field || others.length !== 1 || !field.isText)
    return undefined;
  return { field: field.key, opening: `${typename}\n${field.to}\n` };
}

/** Each part marks its own end, so that different values never make the same key. */
function keyOfFields(source: Data, { fields, opening }: PickedShape, depth: number): string | undefined {
  let key = opening;
  for (const field of fields) {
    const value = source[field.key];
    const part = field.fits(value) ? keyOfValue(value, field.selection, depth) : undefined;
    if (part === undefined) return undefined;
    key += part;
  }
  return key;
}

function keyOfValue(
  value: unknown,
  selection: RequiredSelection | undefined,
  depth: number,
): string | undefined {
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (typeof value === 'number') return `n${value}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value === null) return '0';
  if (typeof value !== 'object' || value instanceof UnavailableValue || depth > maxListDepth)
    return undefined;
  if (Array.isArray(value)) {
    let key = '[';
    for (const element of value) {
      const part = keyOfValue(element, selection, depth + 1);
      if (part === undefined) return undefined;
      key += part;
    }
    return `${key}]`;
  }
  if (!selection) return keyOfScalar(value);
  const key = keyOfFields(value as Data, selection.shapeOf(value as Data), depth);
  return key === undefined ? undefined : `{${key}}`;
}

/** A scalar of a schema's own may be any JSON, and too deep to be written. */
function keyOfScalar(value: object): string | undefined {
  try {
    const text = JSON.stringify(value);
    return `j${text.length}:${text}`;
  } catch {
    return undefined;
  }
}

function pick(value: unknown, selection: RequiredSelection | undefined): unknown {
  if (!selection || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => pick(element, selection));
  const picked = createAnswerObject();
  for (const { key, to, selection: within } of selection.fieldsOf(value as Data))
    picked[to] = pick((value as Data)[key], within);
  return picked;
}

function reasonWithin(
  value: unknown,
  selection: RequiredSelection | undefined,
  depth = 0,
): UnavailableValue | undefined {
  if (value instanceof UnavailableValue) return value;
  if (typeof value !== 'object' || value === null || depth > maxListDepth) return undefined;
  if (Array.isArray(value)) return firstOf(value, (element) => reasonWithin(element, selection, depth + 1));
  if (!selection) return undefined;
  const source = value as Data;
  const reasons = unavailableReasons(source);
  return firstOf(selection.fieldsOf(source), ({ key, selection: within }) => {
    if (source[key] === undefined) return reasons?.[key];
    return reasonWithin(source[key], within);
  });
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
