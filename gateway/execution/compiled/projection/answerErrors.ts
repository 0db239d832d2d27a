import type { FieldNode } from 'graphql';
import { type ClientDocument, clientPath } from '../../call/clientPath';
import { type Data, unavailableReasons, type UnavailableValue } from '../../call/unavailableValue';
import type { FieldError } from '../../executedOperation';
import { forbiddenMessage } from '../../forbiddenFields';

/** A field, as errors name it. */
export interface Place {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
}

interface PendingError extends Omit<FieldError, 'path'> {
  /** From the end on: each object and list that it is within adds its step. */
  readonly steps: (string | number)[];
}

/** The errors of an answer while it is written. A path is put together only where there is an error. */
export class AnswerErrors {
  readonly #pending: PendingError[] = [];

  constructor(private readonly document: ClientDocument) {}

  get count(): number {
    return this.#pending.length;
  }

  /** Adds the name or the position of the last written value to the errors from `since` on. */
  addStep(step: string | number, since: number): void {
    for (let i = since; i < this.#pending.length; i++) this.#pending[i]?.steps.push(step);
  }

  addForbidden({ coordinate }: Place, missing: string | undefined): void {
    this.#add(forbiddenMessage(coordinate, missing), { code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  }

  /** The field was not answered, or with what cannot be a value of it. */
  addIncomplete({ coordinate }: Place): void {
    this.#add(`${coordinate} was not answered: its value is unknown.`, { code: 'INCOMPLETE_ANSWER' });
  }

  addUnavailable({ nodes }: Place, reason: UnavailableValue): void {
    const below = clientPath(reason.below, nodes, this.document);
    this.#add(reason.message, reason.extensions, [...below].reverse());
  }

  /**
   * Adds the reason why a field is missing. A field without a noted reason was not fetched, since another
   * field of the same object that it depends on was lost: that field's reason is its reason too.
   */
  addMissing(place: Place, holder: Data, key: string): void {
    const reasons = unavailableReasons(holder);
    const own = reasons?.[key];
    if (own) this.addUnavailable(place, own);
    else this.#addForReasonOf(holder, place);
  }

  /** Adds an error for an object of unknown type, on which its selection depends. */
  addUnknownType(place: Place, object: Data): void {
    this.#addForReasonOf(object, place);
  }

  #addForReasonOf(holder: Data, place: Place): void {
    const [reason] = Object.values(unavailableReasons(holder) ?? {});
    if (reason) this.addUnavailable(place, reason.at([]));
    else this.addIncomplete(place);
  }

  #add(message: string, extensions: FieldError['extensions'], steps: (string | number)[] = []): void {
    this.#pending.push({ message, extensions, steps, cause: undefined });
  }

  /** The errors in the order in which they were met. */
  toFieldErrors(): readonly FieldError[] {
    return this.#pending.map(({ steps, ...error }) => ({ ...error, path: steps.reverse() }));
  }
}
