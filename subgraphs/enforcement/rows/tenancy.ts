/** The one venue that the caller is confined to, or null for the operator's own people. */
export type Tenant = string | null;

/** The part of every query that keeps a tenant to what belongs to its venue. Rows that it fits hold `venueId`. */
export function ofTenant(tenant: Tenant): { readonly venueId?: string } {
  return tenant === null ? {} : { venueId: tenant };
}

/** Tells if an account's id, `<venue id>:<pseudonym>`, is one that a tenant may know of. */
export function isOfTenant(accountId: string, tenant: Tenant): boolean {
  return tenant === null || accountId.startsWith(`${tenant}:`);
}
