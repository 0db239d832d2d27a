import { badUserInput } from '../../../shared/errors/cordonError';

/** The venue that a record belongs to; null for the operator's own. */
export type Tenant = string | null;

const venueForm = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Tells if a text has the form of a venue's id. */
export const isVenue = (text: string): boolean => venueForm.test(text);

/** Throws BAD_USER_INPUT for a text that is no venue's id: an empty answer would read as "none". */
export function requireVenue(venue: string, argument: string): void {
  if (isVenue(venue)) return;
  throw badUserInput(`venue: ${JSON.stringify(venue.slice(0, 80))} has not the form of a venue’s id`, {
    argument,
  });
}

/** The owner of customers and of a feed of alerts: the operator, or one venue. */
export const ownerOf = (tenant: Tenant): string => (tenant === null ? 'operator' : `venue.${tenant}`);

/** The id of a customer. Neither part of the owner holds a colon, so that no two customers share an id. */
export const customerIdOf = (tenant: Tenant, ownId: string): string => `${ownerOf(tenant)}:${ownId}`;
