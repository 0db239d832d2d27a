/** The path of an answer's error: field names as the client wrote them, and positions in lists. */
export type Path = readonly (string | number)[];

/**
 * An unavailable value, in the place where it belongs. It is an Error, so that a list that holds one is
 * completed with an error at that place. Its facts are private, so that merging answers cannot read it as
 * data.
 */
export class UnavailableValue extends Error {
  readonly #extensions: Readonly<Record<string, unknown>>;
  readonly #below: Path;

  constructor(message: string, extensions: Readonly<Record<string, unknown>>, below: Path = []) {
    // Ten thousand entities may be lost at a time, and nobody reads these stacks.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.#extensions = extensions;
    this.#below = below;
  }

  /** The code, and the subgraph's extensions for clients. */
  get extensions(): Readonly<Record<string, unknown>> {
    return this.#extensions;
  }

  /** The path of the failure below the null, by the subgraph. */
  get below(): Path {
    return this.#below;
  }

  /** A value that is unknown is never written as if it were one. */
  toJSON(): never {
    throw new Error('an unavailable value was to be written as JSON');
  }

  /** The same reason for a place further down or beside. */
  at(below: Path): UnavailableValue {
    return below.length === 0 && this.#below.length === 0
      ? this
      : new UnavailableValue(this.message, this.#extensions, below);
  }
}

/** An object of a subgraph's answer. */
export type Data = Record<string, unknown>;

/**
 * The key under which an object holds why fields of it are missing. GraphQL names have no `!`, so it meets no field;
 * it is a string, because the executor merges objects by their string keys.
 */
export const unavailableKey = '!lost';

/** Takes a field out of an object and notes why. The first reason stands. */
export function markUnavailable(holder: Data, key: string, reason: UnavailableValue): void {
  Reflect.deleteProperty(holder, key);
  noteUnavailable(holder, key, reason);
}

/** Notes why a field of an object is missing. The first reason stands. */
export function noteUnavailable(holder: Data, key: string, reason: UnavailableValue): void {
  const noted = unavailableReasons(holder) ?? (Object.create(null) as Record<string, UnavailableValue>);
  holder[unavailableKey] = noted;
  if (!Object.hasOwn(noted, key)) noted[key] = reason;
}

/**
 * Returns the reasons for missing fields of an object, by their names in the answer; without a prototype, as
 * names are clients'.
 */
export function unavailableReasons(holder: Data): Record<string, UnavailableValue> | undefined {
  return Object.hasOwn(holder, unavailableKey)
    ? (holder[unavailableKey] as Record<string, UnavailableValue>)
    : undefined;
}
