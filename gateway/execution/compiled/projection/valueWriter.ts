import {
  getNullableType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isAnswerObject, SharedObject } from '../answer/answerObject';
import { type Data, UnavailableValue } from '../../call/unavailableValue';
import type { AnswerErrors, Place } from './answerErrors';
import { leafWriter } from './leafWriter';
import type { FieldWriter, ObjectProjection, ProjectObject } from './projected';

/**
 * Writes a value as JSON, `null` where it may be null. Returns undefined where it is unavailable and may not
 * be null, so that its parent is null (GraphQL specification, section 6.4.4). The error is noted.
 */
export type ValueWriter = (value: unknown, errors: AnswerErrors) => string | undefined;

/** Compiles how values of a type are written. */
export function valueWriter(type: GraphQLOutputType, place: Place, project: ProjectObject): ValueWriter {
  const absent = isNonNullType(type) ? undefined : 'null';
  const nullable = getNullableType(type);
  const write = isLeafType(nullable)
    ? writeLeaf(nullable, place)
    : isListType(nullable)
      ? writeList(valueWriter(nullable.ofType, place, project), place)
      : writeObject(project(nullable, place.nodes), place);
  return (value, errors) => {
    if (value === null) {
      if (absent === undefined) errors.addIncomplete(place);
      return absent;
    }
    return write(value, errors) ?? absent;
  };
}

function writeLeaf(type: GraphQLLeafType, place: Place): ValueWriter {
  const write = leafWriter(type);
  return (value, errors) => {
    const text = write(value);
    if (text === undefined) noteWrong(value, place, errors);
    return text;
  };
}

function writeList(writeElement: ValueWriter, place: Place): ValueWriter {
  return (value, errors) => {
    if (!Array.isArray(value)) {
      noteWrong(value, place, errors);
      return undefined;
    }
    let text = '[';
    for (let i = 0; i < value.length; i++) {
      const before = errors.count;
      const written = writeElement(value[i], errors);
      if (errors.count > before) errors.addStep(i, before);
      if (written === undefined) return undefined;
      text += i === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  };
}

function writeObject(projection: ObjectProjection, place: Place): ValueWriter {
  return (value, errors) => {
    const fields = isAnswerObject(value) ? projection.fieldsOf(value) : undefined;
    if (fields && value instanceof SharedObject) return writeShared(fields, value, errors);
    if (fields) return writeFields(fields, value as Data, errors);
    if (isAnswerObject(value)) errors.addUnknownType(place, value);
    else noteWrong(value, place, errors);
    return undefined;
  };
}

/** Errors have paths: an object with some is written anew at each place. */
function writeShared(
  fields: readonly FieldWriter[],
  value: SharedObject,
  errors: AnswerErrors,
): string | undefined {
  const known = SharedObject.textOf(value, fields);
  if (known !== undefined) return known;
  const before = errors.count;
  const text = writeFields(fields, value, errors);
  if (text !== undefined && errors.count === before) SharedObject.keepText(value, fields, text);
  return text;
}

/**
 * Writes the fields of an object in their order, up to the first that is unavailable and makes the object
 * null.
 */
export function writeFields(
  fields: readonly FieldWriter[],
  holder: Data,
  errors: AnswerErrors,
): string | undefined {
  let text = '';
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as FieldWriter;
    const before = errors.count;
    const written = field.write(holder, errors);
    if (errors.count > before) errors.addStep(field.name, before);
    if (written === undefined) return undefined;
    text += field.opening + written;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** Notes why a value is none of its type. */
function noteWrong(value: unknown, place: Place, errors: AnswerErrors): void {
  if (value instanceof UnavailableValue) errors.addUnavailable(place, value);
  else errors.addIncomplete(place);
}
