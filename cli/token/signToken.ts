import { SignJWT } from 'jose';
import { type Role, scopesOfRole } from '../../shared/identity/roles';
import type { DevelopmentKeys } from './developmentKeys';

/** Long enough for a day's work; it is a development token. */
const validFor = '24h';

export interface TokenClaims {
  readonly issuer: string;
  readonly audience: string;
  readonly role: Role;
  readonly subject: string;
  readonly venue?: string;
  readonly client?: string;
}

/** Signs a development token: what an identity provider does in a deployment. */
export async function signToken(
  keys: DevelopmentKeys,
  { issuer, audience, role, subject, venue, client }: TokenClaims,
): Promise<string> {
  return new SignJWT({
    scope: scopesOfRole[role].join(' '),
    roles: [role],
    ...(venue ? { venue } : {}),
    ...(client ? { client_id: client } : {}),
  })
    .setProtectedHeader({ alg: keys.algorithm, kid: keys.keyId, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(validFor)
    .sign(await keys.signingKey());
}
