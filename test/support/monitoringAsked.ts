import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Identity } from '../../shared/identity/identity';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { ask } from './attributionSubgraph';

export interface AlertSeen {
  readonly id: string;
  readonly number: number;
  readonly completeness: string;
  readonly changes: readonly {
    readonly change: string;
    readonly kind: string;
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly cause: {
      readonly statementIds: readonly string[];
      readonly designationId: string | null;
      readonly depositId: string | null;
      readonly versions: readonly string[];
      readonly transfers: readonly { readonly txHash: string }[];
      readonly trace: { readonly id: string; readonly hops: readonly { readonly txHash: string }[] } | null;
    };
  }[];
}

const finding =
  '{ kind label stance direct indirect designationId statementIds actor { id } account { id } wallet { id } }';
const alertsQuery = `query($first: Int!, $after: String, $newestFirst: Boolean! = false) {
  alerts(first: $first, after: $after, newestFirst: $newestFirst) {
  nodes { id number completeness changes { change kind before ${finding} after ${finding}
    cause { statementIds designationId depositId versions transfers { txHash } trace { id hops { txHash } } } } }
  pageInfo { hasNextPage endCursor } } }`;

/** The data of one field. Throws where it is answered with an error. */
export async function fieldOf<T>(
  subgraph: Subgraph,
  { query, variables = {}, field }: { query: string; variables?: Record<string, unknown>; field: string },
  caller: Identity,
): Promise<T> {
  const { data, errors } = await ask(subgraph, query, variables, caller);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[field] as T;
}

export interface AlertPage {
  readonly nodes: readonly AlertSeen[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** One page of the feed. */
export const alertPage = (subgraph: Subgraph, caller: Identity, after: string | null, first = 200) =>
  fieldOf<AlertPage>(subgraph, { query: alertsQuery, variables: { first, after }, field: 'alerts' }, caller);

/** One page of the feed, the newest first. */
export const newestAlerts = (subgraph: Subgraph, caller: Identity, after: string | null, first: number) =>
  fieldOf<AlertPage>(
    subgraph,
    { query: alertsQuery, variables: { first, after, newestFirst: true }, field: 'alerts' },
    caller,
  );

/** Saves a subject; answers its id. */
export async function watched(
  subgraph: Subgraph,
  input: Record<string, unknown>,
  caller: Identity,
): Promise<string> {
  const query = 'mutation($input: WatchInput!) { watch(input: $input) { id } }';
  const variables = { input: { label: 'a test', ...input } };
  return (await fieldOf<{ id: string }>(subgraph, { query, variables, field: 'watch' }, caller)).id;
}

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks that answers with what `answer` says; null: not at all, until it is closed. */
export async function openReceiver(answer: (received: Received) => number | null) {
  const calls: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      calls.push(received);
      const status = answer(received);
      if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts?from=cordon`,
    calls,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
