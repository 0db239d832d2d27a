import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { projectRoot } from '../../shared/config/projectRoot';
import { consolePaths } from './consolePaths';

export interface ConsoleOptions {
  /**
   * The provider where people sign in (OpenID Connect); absent in development, where a link carries the
   * token.
   */
  readonly oidc: { readonly issuer: string; readonly client: string } | undefined;
  /** The roles that must say why they read restricted records: the console asks them for it. */
  readonly purposeRoles: readonly string[];
}

/** Sends the console's page with 404 for an unknown path; false where the client does not read pages. */
export type SendUnknownPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Serves the console: its page at each of its paths, its files under names that carry their hash, and what its sign-in
 * needs to know. None of these needs a token; every fact comes from `/graphql`, which does.
 */
export async function serveConsole(
  app: FastifyInstance,
  { oidc, purposeRoles }: ConsoleOptions,
): Promise<SendUnknownPage> {
  const folder = join(projectRoot(), 'console', 'dist');
  const page = readPage(folder);
  const headers = pageHeaders(oidc?.issuer);
  const sendPage = (reply: FastifyReply) =>
    reply.headers(headers).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);

  app.get('/console.json', (_request, reply) =>
    reply
      .headers(headers)
      .header('cache-control', 'no-cache')
      .send({ oidc: oidc ?? null, purposeRoles }),
  );
  if (!page) return () => false;

  for (const path of consolePaths) app.get(path, (_request, reply) => sendPage(reply));
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  return (request, reply) => {
    if (request.method !== 'GET' || !readsPages(request)) return false;
    void sendPage(reply.code(404));
    return true;
  };
}

/** Undefined where the console was not built. */
function readPage(folder: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, 'index.html'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A browser's navigation names text/html; a client that takes anything is answered in JSON. */
const readsPages = ({ headers }: FastifyRequest) =>
  (headers.accept ?? '').includes('text/html') &&
  new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';

/** The component library sets styles of its own, so those may be inline; scripts may not. */
function pageHeaders(issuer: string | undefined): Readonly<Record<string, string>> {
  const signIn = issuer === undefined ? '' : ` ${new URL(issuer).origin}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      `connect-src 'self'${signIn}`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}
