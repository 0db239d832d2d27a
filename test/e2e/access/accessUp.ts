import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWTPayload } from 'jose';
import { Pool } from 'undici';
import { projectRoot } from '../../../shared/config/projectRoot';
import { testIssuer } from '../../support/gatewayTokens';
import {
  freePort,
  type RunningProcess,
  runEntry,
  temporaryFolder,
  untilReady,
} from '../../support/runCordon';
import { partnerFile } from './caller';
import type { Answer, Marks } from './judge';
import type { Values } from './randomQuery';

/** A Cordon of its own process with the bundled case, tokens of a test issuer, and a partner file. */
export interface AccessUp {
  readonly supergraphSdl: string;
  readonly server: RunningProcess;
  /** `id` comes back in the log. */
  ask(query: string, claims: JWTPayload, id?: string, variables?: object): Promise<Answer>;
  close(): Promise<void>;
}

export async function accessUp(): Promise<AccessUp> {
  const folder = temporaryFolder();
  const issuer = await testIssuer();
  const file = (name: string, content: string) => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };
  const jwks = file('jwks.json', issuer.jwks);
  const port = await freePort();
  const server = runEntry('cli/bin.js', ['start'], {
    PORT: String(port),
    CORDON_DATA_DIR: join(folder.path, 'data'),
    CORDON_ISSUERS: file(
      'issuers.yaml',
      `version: 1\nissuers:\n  - { issuer: cordon-development, audience: cordon, jwks: ${jwks} }\n`,
    ),
    CORDON_PARTNERS: file('partners.yaml', partnerFile()),
    CORDON_RATE_LIMIT: '100000000',
    CORDON_LOG_LEVEL: 'info',
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const pool = new Pool(url, { connections: 16 });
  /** A token for each kind of claims: signing one costs more than a request does. */
  const tokens = new Map<string, Promise<string>>();
  return {
    supergraphSdl: readFileSync(join(projectRoot(), 'gateway/supergraph/supergraph.graphql'), 'utf8'),
    server,
    async ask(query, claims, id, variables) {
      const key = JSON.stringify(claims);
      const token = tokens.get(key) ?? issuer.sign(claims, { expiresIn: 3_600 });
      tokens.set(key, token);
      const { statusCode, headers, body } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await token}`,
          ...(id === undefined ? {} : { 'x-request-id': id }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: statusCode, headers: JSON.stringify(headers), text: await body.text() };
    },
    async close() {
      await pool.close();
      await server.ended('SIGTERM');
      folder.remove();
    },
  };
}

/** The operator's view of all venues: arguments for queries, and the marks that belong to one venue only. */
export interface World {
  readonly values: Values;
  readonly marks: Marks;
  readonly accounts: ReadonlyMap<string, number>;
}

interface Row {
  readonly id: string;
  readonly venue: { readonly id: string };
  readonly measures: readonly { readonly id: string; readonly bases: readonly { readonly id: string }[] }[];
}

/** Reads it with the operator's token. */
export async function readWorld({ ask }: AccessUp): Promise<World> {
  const operator = {
    sub: 'operator',
    roles: ['analyst', 'legal', 'auditor', 'approver'],
    scope: 'sanctions:read attribution:read enforcement:read claims:read',
  };
  const answer = await ask(
    `{ accounts(first: 200) { nodes { id venue { id } measures { id bases { id } } } }
       legalProcesses(first: 200) { nodes { id docket scope } }
       actors(first: 20) { nodes { id wallets(first: 3) { nodes { address } } } } sanctionsLists { id } }`,
    operator,
  );
  const { data } = JSON.parse(answer.text) as {
    data: {
      accounts: { nodes: readonly Row[] };
      legalProcesses: { nodes: readonly { id: string; docket: string | null; scope: readonly string[] }[] };
      actors: { nodes: readonly { id: string; wallets: { nodes: readonly { address: string }[] } | null }[] };
      sanctionsLists: readonly { id: string }[] | null;
    } | null;
  };
  if (!data) throw new Error(`the world cannot be read: ${answer.text.slice(0, 500)}`);
  const rows = data.accounts.nodes;
  const venueOf = new Map(rows.map(({ id, venue }) => [id, venue.id]));
  const owners = new Map<string, Set<string>>();
  const mark = (text: string | null, venue: string | undefined) => {
    if (text === null || text.length < 6 || venue === undefined) return;
    owners.set(text, (owners.get(text) ?? new Set()).add(venue));
  };
  for (const { id, venue, measures } of rows) {
    mark(id, venue.id);
    for (const measure of measures) {
      mark(measure.id, venue.id);
      for (const basis of measure.bases) mark(basis.id, venue.id);
    }
  }
  for (const { id, docket, scope } of data.legalProcesses.nodes)
    for (const account of scope) for (const text of [id, docket]) mark(text, venueOf.get(account));
  const marks = new Map<string, string[]>();
  for (const [text, venues] of owners) {
    const [venue] = venues;
    if (venues.size === 1 && venue !== undefined) marks.set(venue, [...(marks.get(venue) ?? []), text]);
  }
  const accounts = new Map<string, number>();
  for (const { venue } of rows) accounts.set(venue.id, (accounts.get(venue.id) ?? 0) + 1);
  const wallets = data.actors.nodes.flatMap((actor) => actor.wallets?.nodes ?? []);
  return {
    marks,
    accounts,
    values: {
      accounts: [...rows.map(({ id }) => id), 'meridian:absent', 'absent'],
      actors: [...data.actors.nodes.map(({ id }) => id), 'absent'],
      processes: [...data.legalProcesses.nodes.map(({ id }) => id), 'absent'],
      addresses: [
        ...wallets.slice(0, 20).map(({ address }) => address),
        '0x0000000000000000000000000000000000000001',
      ],
      lists: [...(data.sanctionsLists ?? []).map(({ id }) => id), 'absent'],
    },
  };
}
