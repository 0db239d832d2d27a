import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ExecutedOperation, FieldError } from '../execution/executedOperation';
import type { RestrictedTypes } from '../supergraph/restrictedTypes';

/** Begins the name that the gateway asks a record's id under; the type's name follows. */
export const recordIdPrefix = 'cordon_record__';

export interface RecordedDocument {
  readonly document: DocumentNode;
  /** True where it asks for records of a restricted type. */
  readonly isRestricted: boolean;
}

/**
 * Adds to each selection that records of restricted types answer the id of the record, under a name that says its type, so
 * that the answer itself says what was read. Where a field shows other records in its text, the field that names them is
 * added. `takeRecordIds` takes these out again. The document has been validated.
 */
export function addRecordIds(
  document: DocumentNode,
  schema: GraphQLSchema,
  restricted: RestrictedTypes,
): RecordedDocument {
  if (restricted.size === 0) return { document, isRestricted: false };
  let isRestricted = false;
  const typeInfo = new TypeInfo(schema);
  const restrictedOf = (type: GraphQLCompositeType) =>
    (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).flatMap(({ name }) => {
      const fields = restricted.get(name);
      return fields ? [{ name, fields }] : [];
    });
  const recorded = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: {
        leave(node): SelectionSetNode | undefined {
          const type = typeInfo.getParentType();
          if (!type) return undefined;
          const added = restrictedOf(type).flatMap(({ name, fields }) =>
            node.selections.flatMap((selection) => {
              const naming = selection.kind === Kind.FIELD ? fields.get(selection.name.value) : undefined;
              if (selection.kind !== Kind.FIELD || naming === undefined) return [];
              return isAbstractType(type)
                ? [onType(name, namesOf(name, selection, naming))]
                : [namesOf(name, selection, naming)];
            }),
          );
          return added.length > 0 ? withSelections(node, added) : undefined;
        },
      },
      Field: {
        leave(node): FieldNode | undefined {
          const type = getNamedType(typeInfo.getType() ?? undefined);
          if (!node.selectionSet || !type || !isCompositeType(type)) return undefined;
          const added = restrictedOf(type).map(({ name }) =>
            isAbstractType(type) ? onType(name, idOf(name)) : idOf(name),
          );
          if (added.length === 0) return undefined;
          isRestricted = true;
          return { ...node, selectionSet: withSelections(node.selectionSet, added) };
        },
      },
    }),
  );
  return { document: recorded, isRestricted };
}

function withSelections(set: SelectionSetNode, added: readonly SelectionNode[]): SelectionSetNode {
  return { ...set, selections: [...set.selections, ...added] };
}

const idOf = (type: string): FieldNode => recordField(type, 'id');

/** Names the records that a field shows, where that field is answered. */
const namesOf = (type: string, { name, directives = [] }: FieldNode, naming: string): FieldNode => ({
  ...recordField(`${type}__${name.value}`, naming),
  directives,
});

const recordField = (what: string, field: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: `${recordIdPrefix}${what}` },
  name: { kind: Kind.NAME, value: field },
});

const onType = (type: string, field: FieldNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
});

export interface RecordsRead {
  /** The operation's answer as the client asked for it. */
  readonly executed: ExecutedOperation;
  /** The records of restricted types in it, `Type:id`, each once, in the order in which they are met first. */
  readonly records: readonly string[];
  /** True where it has a record whose id is not known. */
  readonly isIncomplete: boolean;
}

const mark = `"${recordIdPrefix}`;

/** A string of JSON. */
const text = String.raw`"(?:[^"\\]|\\.)*"`;

/** A value that the gateway asks for under the prefix: an id, or a list of `Type:id`. */
const idOrNames = new RegExp(`${text}|\\[(?:${text},?)*\\]|[^,}]+`, 'y');

/** Takes the ids of records out of an answer, with the errors on them. */
export function takeRecordIds(executed: ExecutedOperation): RecordsRead {
  const { data } = executed;
  const records = new Set<string>();
  const left: string[] = [];
  let isIncomplete = false;
  let from = 0;
  for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, Math.max(from, at + 1))) {
    const field = fieldAt(data, at);
    if (!field) continue;
    const { type, value, end } = field;
    if (value === null) isIncomplete = true;
    else if (typeof value === 'object') for (const named of value) records.add(named);
    else records.add(`${type}:${value}`);
    // One of the commas around it goes along.
    const isBehindComma = at > from && data.charCodeAt(at - 1) === comma;
    left.push(data.slice(from, isBehindComma ? at - 1 : at));
    from = !isBehindComma && data.charCodeAt(end) === comma ? end + 1 : end;
  }
  left.push(data.slice(from));
  return {
    executed: { ...executed, data: left.join(''), errors: executed.errors.map(withoutRecordId) },
    records: [...records],
    isIncomplete,
  };
}

const comma = ','.charCodeAt(0);

interface RecordField {
  /** The name behind the prefix. */
  readonly type: string;
  readonly value: string | number | null | readonly string[];
  /** The place behind the value. */
  readonly end: number;
}

/**
 * Reads a key of JSON text that has the prefix, with its value. Undefined where the mark stands within a string: each
 * quote in there has a backslash before it, and no name of GraphQL has one. So no answer of a subgraph can look like this.
 */
function fieldAt(data: string, at: number): RecordField | undefined {
  const nameEnd = data.indexOf('"', at + 1);
  if (data[nameEnd - 1] === '\\' || data[nameEnd + 1] !== ':') return undefined;
  const type = data.slice(at + mark.length, nameEnd);
  const start = nameEnd + 2;
  if (data[start] === '"') {
    // Most ids have nothing that is escaped: then the string ends at the next quote.
    const end = data.indexOf('"', start + 1);
    const value = data.slice(start + 1, end);
    if (!value.includes('\\')) return { type, value, end: end + 1 };
  }
  idOrNames.lastIndex = start;
  const [value] = idOrNames.exec(data) ?? [];
  if (value === undefined) return undefined;
  return { type, value: JSON.parse(value) as RecordField['value'], end: idOrNames.lastIndex };
}

/** An unavailable id makes its record null: the error is the record's. */
function withoutRecordId(error: FieldError): FieldError {
  const last = error.path.at(-1);
  return typeof last === 'string' && last.startsWith(recordIdPrefix)
    ? { ...error, path: error.path.slice(0, -1), message: error.message.replaceAll(last, 'id') }
    : error;
}
