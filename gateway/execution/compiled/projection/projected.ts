import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  SelectionNode,
} from 'graphql';
import type { Data } from '../../call/unavailableValue';
import type { ClientNames } from '../../plan/clientNames';
import type { KnownParts } from '../knownParts';
import type { ForbiddenFields } from '../../forbiddenFields';
import type { AnswerErrors } from './answerErrors';

/** All that the form of an answer depends on. */
export interface Projected {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Tells if `@skip` and `@include` keep a selection, which is decided before an operation is planned. */
  isIncluded(selection: SelectionNode): boolean;
  /** Fields that the caller may not see. */
  readonly forbidden: ForbiddenFields;
  readonly names: ClientNames;
  /** The parts of all operations. */
  readonly known: KnownParts;
}

/** A field or an operation, of which the selection is projected. */
export type Selecting = Pick<FieldNode, 'selectionSet'>;

/** The writers of the objects at one place of an answer. */
export interface ObjectProjection {
  /** The client's fields of an object, in the client's order; undefined where its type is needed and not known. */
  fieldsOf(value: Data): readonly FieldWriter[] | undefined;
}

/** Compiles how the objects of a place are written, of which fields ask the same. */
export type ProjectObject = (type: GraphQLCompositeType, nodes: readonly Selecting[]) => ObjectProjection;

/** Writes a field of an answer. */
export interface FieldWriter {
  readonly name: string;
  /** All that ask for it: their selections are one. */
  readonly nodes: readonly FieldNode[];
  /** The text before the value: `{"name":` or `,"name":`. */
  readonly opening: string;
  /**
   * Returns the value as JSON, or undefined where it is unavailable and its parent becomes null too: the
   * error is noted.
   */
  write(holder: Data, errors: AnswerErrors): string | undefined;
}
