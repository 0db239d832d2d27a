import { z } from 'zod';
import { roles } from './roles';

/**
 * Who asks. Made by the gateway from a verified token, forwarded to each subgraph in a signed call, and used there
 * again: every layer decides for itself.
 */
export const identitySchema = z.object({
  subject: z.string().min(1),
  roles: z.array(z.enum(roles)),
  scopes: z.array(z.string()),
  /** The venue that a partner speaks for; null for the house's own people. */
  venue: z.string().min(1).nullable(),
});

export type Identity = z.infer<typeof identitySchema>;

/**
 * The one venue that a caller is confined to, or null when it may see all.
 * A venue in the token confines, whatever the roles beside it: two rules that disagree give the narrower.
 */
export function tenantOf(caller: Identity): string | null {
  if (caller.venue !== null) return caller.venue;
  if (caller.roles.includes('partner')) throw new Error('a partner without a venue must not get this far');
  return null;
}

export function hasScope(caller: Identity, scope: string): boolean {
  return caller.scopes.includes(scope);
}
