import { z } from 'zod';
import { roles } from './roles';
import { isCanonicalSubject } from './subject';

/**
 * The caller. The gateway makes it from a verified token and forwards it to each subgraph in a signed call; each
 * subgraph decides with it again.
 */
export const identitySchema = z.object({
  /** The `iss` of the token: a subject is unique within it only. */
  issuer: z.string().min(1),
  /** The client that the token was issued to (`client_id` or `azp`); null where the token names none. */
  client: z.string().min(1).nullable(),
  /** The venue that a partner acts for; null for the operator's own people. */
  venue: z.string().min(1).nullable(),
  subject: z.string().refine(isCanonicalSubject, 'the subject has more than one spelling'),
  roles: z.array(z.enum(roles)),
  scopes: z.array(z.string()),
  /**
   * True where the token has a role of `CORDON_OPERATOR_ROLES`. Only such a caller may see more than one
   * venue.
   */
  operator: z.boolean(),
});

export type Identity = z.infer<typeof identitySchema>;

/**
 * Returns the one venue that a caller is confined to, or null when it may see all. A venue in the token confines,
 * whatever the roles beside it. Throws for a caller that is neither the operator's nor a venue's.
 */
export function tenantOf(caller: Pick<Identity, 'venue' | 'operator' | 'roles'>): string | null {
  if (caller.venue !== null) return caller.venue;
  if (!caller.operator || caller.roles.includes('partner'))
    throw new Error('a caller that is neither the operator nor a venue must not get this far');
  return null;
}

export function hasScope(caller: Identity, scope: string): boolean {
  return caller.scopes.includes(scope);
}
