/** The claims of a token that the console reads. Only the gateway decides whether the token is valid. */
export interface TokenClaims {
  readonly subject: string;
  /** The issuer; a subject is one person within it. */
  readonly issuer: string | undefined;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** The one venue that a partner acts for. */
  readonly venue: string | undefined;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Reads the claims of a JSON Web Token, unverified; undefined where it is none. */
export function claimsOf(token: string): TokenClaims | undefined {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const { sub, iss, roles, scope, venue, exp } = claims;
    if (typeof sub !== 'string' || typeof exp !== 'number') return undefined;
    return {
      subject: sub,
      issuer: typeof iss === 'string' ? iss : undefined,
      roles: textsOf(roles),
      scopes: typeof scope === 'string' ? scope.split(' ') : textsOf(scope),
      venue: typeof venue === 'string' ? venue : undefined,
      expiresAt: exp * 1000,
    };
  } catch {
    return undefined;
  }
}
