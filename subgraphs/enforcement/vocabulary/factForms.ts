import { z } from 'zod';
import { day } from '../../../shared/case/forms';

/**
 * The forms that the facts of all nouns are made of, as they stand in the ledger: plain JSON. Instants are RFC 3339 in
 * UTC, amounts decimal strings of base units. A fact about something that is there already says how it reads from now on.
 */

export const text = z.string().min(1);
/** The id of a projected row. */
export const rowId = z.string().min(1).max(500);
export const instant = z.iso.datetime({ message: 'an instant is RFC 3339 in UTC' });
export const optionalInstant = instant.nullable();
export const illustrative = z.boolean();
export const accountPlace = { accountId: rowId, venueId: rowId };
/** SHA-256, hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A law or a jurisdiction in its one spelling (law/law.rules.ts). */
export const lawCode = z.string().regex(/^[A-Z]{2}$/);

export const sourceForm = z.strictObject({
  id: text,
  title: text,
  publisher: text.nullable(),
  publishedOn: day.nullable(),
  url: text.nullable(),
  quote: text.nullable(),
});

export type SourceFact = z.output<typeof sourceForm>;
