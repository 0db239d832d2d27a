import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface OidcIssuer {
  readonly url: string;
  readonly jwks: string;
  close(): Promise<void>;
}

export interface Person {
  readonly subject: string;
  readonly client: string;
  readonly audience: string;
  /** Claims of the access token beside its subject. */
  readonly claims: Readonly<Record<string, unknown>>;
}

interface Grant {
  readonly challenge: string;
  readonly redirect: string;
  readonly nonce: string | null;
}

/**
 * A small OpenID Connect provider with one public client and one person: authorization code with PKCE (RFC 7636, S256), each
 * code once. Its sign-in page is a link.
 */
export async function openOidcIssuer(person: Person): Promise<OidcIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const sign = (issuer: string, audience: string, claims: object) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(issuer)
      .setSubject(person.subject)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(privateKey);

  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    response.setHeader('access-control-allow-origin', '*');
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/openid-configuration') return json(200, metadataOf(issuer));
    if (pathname === '/jwks') return json(200, { keys: [key] });
    if (pathname === '/authorize') {
      const grant = grantOf(searchParams, person.client);
      if (!grant) return json(400, { error: 'invalid_request' });
      const code = randomUUID();
      grants.set(code, grant);
      const back = new URL(grant.redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      const link = back.href.replaceAll('&', '&amp;');
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><html lang="en"><title>Provider</title><a href="${link}">Continue</a></html>`);
    }
    if (pathname !== '/token') return json(404, {});
    const form = new URLSearchParams(await text(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verified = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant?.challenge !== verified || grant.redirect !== form.get('redirect_uri'))
      return json(400, { error: 'invalid_grant' });
    return json(200, {
      token_type: 'Bearer',
      expires_in: 600,
      access_token: await sign(issuer, person.audience, person.claims),
      id_token: await sign(issuer, person.client, grant.nonce === null ? {} : { nonce: grant.nonce }),
    });
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    jwks: `${url}/jwks`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
});

/** A public client proves itself only by PKCE: a request without it is none. */
function grantOf(asked: URLSearchParams, client: string): Grant | undefined {
  const challenge = asked.get('code_challenge');
  const redirect = asked.get('redirect_uri');
  const sound =
    asked.get('client_id') === client &&
    asked.get('response_type') === 'code' &&
    asked.get('code_challenge_method') === 'S256';
  if (!sound || challenge === null || redirect === null) return undefined;
  return { challenge, redirect, nonce: asked.get('nonce') };
}
