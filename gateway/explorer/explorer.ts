import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { flagship } from './flagship';

/** The path of the explorer's page and files. */
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

/**
 * The parts of the explorer. They are loaded when first asked for: they take 7 MB, and most gateways are
 * never asked.
 */
async function loadAltair() {
  const { renderAltair, renderInitSnippet, isSandboxFrame, SANDBOX_FRAME_CSP } =
    await import('altair-static');
  return {
    page: renderAltair(options),
    script: renderInitSnippet(options),
    /** Answers are shown in a frame that may run what they hold, and is shut off from the page for it. */
    policyOf(url: string): string {
      const [path = ''] = url.slice(base.length).split('?', 1);
      return isSandboxFrame(path) ? SANDBOX_FRAME_CSP : contentSecurityPolicy;
    },
  };
}

/** Serves Altair from its package: a page without a CDN, which needs no token to be shown and one to ask anything. */
export async function serveExplorer(app: FastifyInstance): Promise<void> {
  let loading: ReturnType<typeof loadAltair> | undefined;
  const altair = () => (loading ??= loadAltair());
  await app.register(async (explorer) => {
    explorer.addHook('onRequest', async (request, reply) => {
      reply.header('content-security-policy', (await altair()).policyOf(request.url));
    });
    for (const path of ['/explorer', base])
      explorer.get(path, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send((await altair()).page),
      );
    explorer.get(`${base}initial_options.js`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send((await altair()).script),
    );
    await explorer.register(fastifyStatic, {
      root: join(dirname(require.resolve('altair-static')), 'dist'),
      prefix: base,
      index: false,
      decorateReply: false,
      maxAge: '1h',
    });
  });
}
