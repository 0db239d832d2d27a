import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { projectRoot } from '../../shared/config/projectRoot';
import { requestError } from '../request/requestError';
import { consolePaths } from './consolePaths';
import { readConsoleFiles } from './consoleFiles';

export interface ConsoleOptions {
  /** Where people sign in (OpenID Connect); absent in development, where a link carries the token. */
  readonly oidc: { readonly issuer: string; readonly client: string } | undefined;
}

/** Sends the console's page with 404 for an unknown path; false where the client does not read pages. */
export type SendUnknownPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

const day = 24 * 60 * 60;

/**
 * Serves the console: its page at each of its paths, its files under names that carry their hash, and what its sign-in
 * needs to know. None of these needs a token; every fact comes from `/graphql`, which does.
 */
export function serveConsole(app: FastifyInstance, { oidc }: ConsoleOptions): SendUnknownPage {
  const files = readConsoleFiles(join(projectRoot(), 'console', 'dist'));
  const headers = securityHeaders(oidc?.issuer);
  const sendPage = (reply: FastifyReply) =>
    reply
      .headers({ ...headers, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(files?.page);

  app.get('/console.json', (_request, reply) =>
    reply.headers({ ...headers, 'cache-control': 'no-cache' }).send({ oidc: oidc ?? null }),
  );
  if (!files) return () => false;

  for (const path of consolePaths) app.get(path, (_request, reply) => sendPage(reply));
  app.get('/assets/*', (request, reply) => {
    const { '*': name } = request.params as { readonly '*': string };
    const file = files.assets.get(name);
    if (!file) throw requestError('NOT_FOUND', 'The console has no such file.');
    void reply
      .headers({ ...headers, 'cache-control': `public, max-age=${365 * day}, immutable` })
      .header('vary', 'accept-encoding')
      .type(file.type);
    const { brotli } = file;
    return brotli && takesBrotli(request)
      ? reply.header('content-encoding', 'br').send(brotli)
      : reply.send(file.content);
  });
  return (request, reply) => {
    if (request.method !== 'GET' || !readsPages(request)) return false;
    void sendPage(reply.code(404));
    return true;
  };
}

const takesBrotli = ({ headers }: FastifyRequest) => new Negotiator({ headers }).encodings().includes('br');

/** A browser's navigation names text/html; a client that takes anything is answered in JSON. */
const readsPages = ({ headers }: FastifyRequest) =>
  (headers.accept ?? '').includes('text/html') &&
  new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';

/** The component library sets styles of its own, so those may be inline; scripts may not. */
function securityHeaders(issuer: string | undefined): Readonly<Record<string, string>> {
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
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
