import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import {
  getDistDirectory,
  isSandboxFrame,
  renderAltair,
  renderInitSnippet,
  SANDBOX_FRAME_CSP,
} from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { requestError } from '../request/requestError';
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

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

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
  const folder = getDistDirectory();
  const files = await filesOf(folder);
  const page = renderAltair(options);
  const script = renderInitSnippet(options);

  for (const path of ['/explorer', base]) {
    app.get(path, (_request, reply) =>
      reply
        .headers(headers)
        .type(contentTypes['.html'] ?? '')
        .send(page),
    );
  }
  app.get(`${base}initial_options.js`, (_request, reply) =>
    reply
      .headers(headers)
      .type(contentTypes['.js'] ?? '')
      .send(script),
  );
  app.get(`${base}*`, (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    const type = contentTypes[extname(path)];
    // Only names that were in the folder: nothing that a path could say leads out of it.
    if (!files.has(path) || type === undefined)
      throw requestError('NOT_FOUND', 'The explorer has no such file.');
    const sandboxed = isSandboxFrame(path) ? { 'content-security-policy': SANDBOX_FRAME_CSP } : {};
    return reply
      .headers({ ...headers, ...sandboxed, 'cache-control': 'public, max-age=3600' })
      .type(type)
      .send(createReadStream(join(folder, path)));
  });
}

async function filesOf(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}
