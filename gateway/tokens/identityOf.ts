import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Identity } from '../../shared/identity/identity';
import { type Role, roles } from '../../shared/identity/roles';
import { isCanonicalSubject } from '../../shared/identity/subject';
import { unauthenticated } from './unauthenticated';

const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  /** RFC 9068, section 2.2. */
  client_id: z.string().min(1).nullish(),
  /** OpenID Connect Core 1.0, section 2; some providers name the client here. */
  azp: z.string().min(1).nullish(),
  /** Separated by spaces (RFC 8693, section 4.2). */
  scope: z.string().default(''),
  roles: z.array(z.string()).default([]),
  venue: z.string().min(1).nullish(),
});

type Claims = z.infer<typeof claimsSchema>;

/**
 * Makes the caller from the claims of a verified token. Throws UNAUTHENTICATED for a token that belongs neither to the
 * operator nor to a venue: it must never be taken for the operator's. Roles that Cordon does not know grant nothing.
 */
export function identityOf(payload: JWTPayload, operatorRoles: readonly string[]): Identity {
  const { success, data: claims } = claimsSchema.safeParse(payload);
  if (!success) throw unauthenticated('The claims of the token do not have the form that is needed.');
  if (!isCanonicalSubject(claims.sub)) {
    throw unauthenticated(
      'The subject of the token has more than one spelling. It must be in NFKC form, of at most 255 characters, without white space or invisible characters.',
    );
  }
  const venue = claims.venue ?? null;
  const operator = claims.roles.some((role) => operatorRoles.includes(role));
  if (venue === null && claims.roles.includes('partner'))
    throw unauthenticated("A partner's token must name its venue.");
  if (venue === null && !operator) {
    throw unauthenticated(
      "The token has neither a role of the operator's (CORDON_OPERATOR_ROLES) nor a venue.",
    );
  }
  return {
    issuer: claims.iss,
    client: clientOf(claims),
    venue,
    subject: claims.sub,
    roles: roles.filter((role: Role) => claims.roles.includes(role)),
    scopes: [...new Set(claims.scope.split(' ').filter((scope) => scope !== ''))],
    operator,
  };
}

function clientOf({ client_id: clientId, azp }: Claims): string | null {
  if (clientId && azp && clientId !== azp)
    throw unauthenticated('The token names two clients: client_id and azp differ.');
  return clientId ?? azp ?? null;
}
