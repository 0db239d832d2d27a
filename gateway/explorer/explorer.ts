import fastifyStatic from '@fastify/static';
import {
  getDistDirectory,
  isSandboxFrame,
  renderAltair,
  renderInitSnippet,
  SANDBOX_FRAME_CSP,
} from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { flagship } from './flagship';

/** Where the explorer's page and files are. */
const base = '/explorer/';

/** The page may talk to this gateway and to nobody else. The explorer sets styles of its own, so those may be inline. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const options = {
  baseURL: base,
  serveInitialOptionsInSeperateRequest: true,
  endpointURL: '/graphql',
  initialQuery: flagship,
  initialVariables: JSON.stringify({ actor: 'ofac:43337' }, null, 2),
  initialHeaders: { Authorization: 'Bearer <token>' },
  disableAccount: true,
  // No advertisement, and no state of a query in the browser's storage.
  persistedSettings: { 'banners.disable': true } as never,
  preserveState: false,
};

/** Serves Altair from its package: a page without a CDN, which needs no token to be shown and one to ask anything. */
export async function serveExplorer(app: FastifyInstance): Promise<void> {
  const page = renderAltair(options);
  const script = renderInitSnippet(options);
  await app.register(async (explorer) => {
    explorer.addHook('onRequest', (request, reply, done) => {
      reply.header('content-security-policy', policyOf(request.url));
      done();
    });
    for (const path of ['/explorer', base])
      explorer.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    explorer.get(`${base}initial_options.js`, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
    await explorer.register(fastifyStatic, {
      root: getDistDirectory(),
      prefix: base,
      index: false,
      decorateReply: false,
      maxAge: '1h',
    });
  });
}

/** Answers are shown in a frame that may run what they hold, and is shut off from the page for it. */
function policyOf(url: string): string {
  const [path = ''] = url.slice(base.length).split('?', 1);
  return isSandboxFrame(path) ? SANDBOX_FRAME_CSP : contentSecurityPolicy;
}
