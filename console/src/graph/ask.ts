import { asHeader } from '../session/asHeader';
import { currentPurpose } from '../session/purpose';
import { currentSession, signOut } from '../session/session';
import { partTexts } from '../texts/parts';
import { type Answer, codeOf, type GraphError } from './answer';
import type { TypedDocumentString } from './generated/graphql';

/** The graph could not be asked, or rejected the operation as a whole. */
export class AskError extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** The id under which the gateway's log has the request; undefined where the gateway did not answer it. */
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** Makes one of the first error of an answer. */
  static of([first]: readonly GraphError[], otherwise: string = partTexts.notAnswered): AskError {
    return first
      ? new AskError(first.message, codeOf(first), first.extensions?.requestId)
      : new AskError(otherwise, 'UNKNOWN');
  }
}

const nameOf = (document: string) => /(?:^|\s)(?:query|mutation)\s+(\w+)/.exec(document)?.[1];

/**
 * Asks the graph. Resolves with data and errors, also where some of the data is missing.
 * @throws AskError where there is no data at all: the network failed, or the operation was rejected
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Answer<Data>> {
  const state = currentSession();
  if (state.state === 'OUT') throw new AskError(partTexts.notSignedIn, 'UNAUTHENTICATED');
  const query = document.toString();
  const purpose = asHeader(currentPurpose());
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${state.session.token}`,
      ...(purpose ? { 'x-cordon-purpose': purpose } : {}),
    },
    body: JSON.stringify({ query, variables, operationName: nameOf(query) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new AskError(partTexts.unreachable, 'NETWORK');
  });
  const { data, errors = [] } = (await readJson(response)) as GivenAnswer<Data>;
  const [first] = errors;
  if (response.status === 401 || first?.extensions?.code === 'UNAUTHENTICATED') signOut('REJECTED');
  if (data === null || data === undefined) throw AskError.of(errors, partTexts.answered(response.status));
  return { data, errors };
}

interface GivenAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphError[];
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new AskError(partTexts.notJson(response.status), 'UNREADABLE');
  }
}
