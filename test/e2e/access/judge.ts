import { Kind, type TypeNode } from 'graphql';
import type { Caller } from './caller';
import type { AskedField } from './randomQuery';
import { nameOf, type SchemaOracle } from './schemaOracle';

/** An answer as a client gets it. */
export interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
}

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: { code?: string };
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly caller: Caller;
  readonly query: string;
  readonly fields: readonly AskedField[];
}

/** Ids and dockets that belong to one venue only, by venue: nobody else may be answered them. */
export type Marks = ReadonlyMap<string, readonly string[]>;

/** Codes of a request that is rejected for its arguments or its size. */
const ofForm = ['BAD_USER_INPUT', 'COST_ESTIMATED_TOO_EXPENSIVE', 'QUERY_TOO_LARGE', 'QUERY_TOO_DEEP'];

/** Lists where an answer differs from what the oracle allows; empty where it does not. */
export class Judge {
  readonly #omitted: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly oracle: SchemaOracle,
    private readonly marks: Marks,
    /** The number of accounts of each venue. */
    private readonly accounts: ReadonlyMap<string, number>,
  ) {
    this.#omitted = new Map([['internal', oracle.omittedNames('internal')]]);
  }

  judge({ caller, query, fields }: Asked, answer: Answer): readonly string[] {
    const { status, text } = answer;
    const body = JSON.parse(text) as Body;
    const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code ?? 'NONE');
    const problems = [...this.#foreign(caller, query, answer), ...extensionsOf(body)];
    const isRejected = (wanted: number, code: string) =>
      status === wanted && codes.length > 0 && codes.every((one) => one === code) && body.data === undefined;
    if (caller.held === undefined)
      return isRejected(403, 'UNKNOWN_PARTNER')
        ? problems
        : [...problems, `not rejected as UNKNOWN_PARTNER: ${status}`];
    if (this.#strays(fields, caller.exclude)) {
      if (!isRejected(400, 'GRAPHQL_VALIDATION_FAILED'))
        problems.push(`the contract is not kept: ${status} ${codes.join()}`);
      return [...problems, ...this.#suggested(caller, query, body)];
    }
    if (status === 400 && codes.every((code) => ofForm.includes(code)) && body.data === undefined)
      return problems;
    const denied = fields.filter((asked) => !this.#may(asked, caller) && cannotBeNull(asked));
    if (denied.length > 0) {
      if (!isRejected(403, 'FORBIDDEN'))
        problems.push(`not rejected as FORBIDDEN: ${status} ${codes.join()}`);
      return problems;
    }
    if (status !== 200) return [...problems, `status ${status} ${codes.join()}`];
    const unauthorized = new Set(
      (body.errors ?? [])
        .filter(({ message }) => message.startsWith('You may not see '))
        .map(({ path }) => JSON.stringify(path)),
    );
    const expected = new Set<string>();
    // Null at a root field that cannot be null leaves nothing to look at.
    this.#walk({ caller, expected, problems }, fields, body.data, []);
    problems.push(...this.#counts(caller, fields, body.data ?? {}));
    for (const path of expected) if (!unauthorized.has(path)) problems.push(`no error on ${path}`);
    for (const path of unauthorized)
      if (!expected.has(path) && !this.#isDeniedAt(caller, fields, JSON.parse(path) as (string | number)[]))
        problems.push(`an allowed field is withheld at ${path}`);
    return problems;
  }

  #may = ({ parent, field }: AskedField, { held }: Caller): boolean =>
    held !== undefined && this.oracle.mayAsk(parent, field.name, held);

  #strays(fields: readonly AskedField[], exclude: string | undefined): boolean {
    return fields.some(
      ({ parent, field, inner }) =>
        !this.oracle.isServed(parent, field.name, exclude) || this.#strays(inner, exclude),
    );
  }

  /** Marks of other venues, anywhere in what was sent; those that the client itself named are no news to it. */
  #foreign({ venue }: Caller, query: string, { text, headers }: Answer): string[] {
    if (venue === null) return [];
    return [...this.marks].flatMap(([of, marks]) =>
      of === venue
        ? []
        : marks
            .filter((mark) => (text.includes(mark) || headers.includes(mark)) && !query.includes(mark))
            .map((mark) => `LEAK of ${of} to ${venue}: ${mark}`),
    );
  }

  /** Names that the contract leaves out, in a message, though the client did not write them. */
  #suggested({ exclude }: Caller, query: string, { errors }: Body): string[] {
    const messages = (errors ?? []).map(({ message }) => message).join('\n');
    return (this.#omitted.get(exclude ?? '') ?? [])
      .filter(
        (name) => new RegExp(`\\b${name}\\b`).test(messages) && !new RegExp(`\\b${name}\\b`).test(query),
      )
      .map((name) => `LEAK of the name ${name} in a message`);
  }

  #walk(
    context: { readonly caller: Caller; readonly expected: Set<string>; readonly problems: string[] },
    fields: readonly AskedField[],
    value: unknown,
    path: readonly (string | number)[],
  ): void {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) this.#walk(context, fields, item, [...path, i]);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const holder = value as Readonly<Record<string, unknown>>;
    for (const asked of fields) {
      const here = [...path, asked.key];
      const found = holder[asked.key];
      if (this.#may(asked, context.caller)) this.#walk(context, asked.inner, found, here);
      else {
        if (found !== null)
          context.problems.push(`LEAK at ${JSON.stringify(here)}: ${JSON.stringify(found)}`);
        context.expected.add(JSON.stringify(here));
      }
    }
    checkCount(fields, holder, path, context.problems);
  }

  /** A venue that counts accounts counts its own. */
  #counts(
    { venue }: Caller,
    fields: readonly AskedField[],
    data: Readonly<Record<string, unknown>>,
  ): string[] {
    return fields.flatMap(({ field, key, args, inner }) => {
      if (venue === null || field.name !== 'accounts' || args.includes('venue')) return [];
      const page = data[key] as Readonly<Record<string, unknown>> | null;
      const counted = page?.[inner.find((one) => one.field.name === 'totalCount')?.key ?? ''];
      const own = this.accounts.get(venue) ?? 0;
      return typeof counted === 'number' && counted !== own ? [`${counted} accounts counted of ${own}`] : [];
    });
  }

  /** Tells if a path leads to a field that the caller may not ask for: nulls may have spread above it. */
  #isDeniedAt(caller: Caller, fields: readonly AskedField[], path: readonly (string | number)[]): boolean {
    const [step, ...rest] = path;
    if (typeof step === 'number') return this.#isDeniedAt(caller, fields, rest);
    const asked = fields.find(({ key }) => key === step);
    if (!asked) return false;
    return rest.length === 0 ? !this.#may(asked, caller) : this.#isDeniedAt(caller, asked.inner, rest);
  }
}

/** A page that is the first and the last holds as many rows as its count says: others' rows are not counted. */
function checkCount(
  fields: readonly AskedField[],
  holder: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  problems: string[],
): void {
  const keyOf = (name: string) => fields.find(({ field }) => field.name === name)?.key ?? '';
  const count = holder[keyOf('totalCount')];
  const rows = holder[keyOf('nodes')] ?? holder[keyOf('edges')];
  if (typeof count !== 'number' || !Array.isArray(rows)) return;
  if (rows.length > count)
    problems.push(`${rows.length} rows and a count of ${count} at ${JSON.stringify(path)}`);
}

function extensionsOf({ extensions, errors }: Body): string[] {
  const unknown = Object.keys(extensions ?? {}).filter(
    (name) => !['listVersions', 'warnings'].includes(name),
  );
  const named = (errors ?? []).flatMap(({ extensions: of }) => Object.keys(of ?? {}));
  const secret = named.filter((name) =>
    ['response', 'serviceName', 'stacktrace', 'exception'].includes(name),
  );
  return [...unknown, ...secret].map((name) => `an extension ${name}`);
}

/** A root field for which nothing is answered where it is denied: a list, a page of one, or one that is never null. */
function cannotBeNull({ field }: AskedField): boolean {
  const isList = (type: TypeNode): boolean =>
    type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
  return (
    field.type.kind === Kind.NON_NULL_TYPE || isList(field.type) || nameOf(field.type).endsWith('Connection')
  );
}
