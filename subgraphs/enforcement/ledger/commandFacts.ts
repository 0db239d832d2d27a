import { z } from 'zod';
import { rowId, sha256, text } from '../vocabulary/factForms';

/** The request of a client: a retry with the same key must ask for the same. */
export const commandForm = z.strictObject({
  name: text,
  /** SHA-256 over the canonical JSON of the mutation's input, hex. */
  digest: sha256,
  /** The row that it made or changed first. */
  id: rowId,
});

/** A fact that was never so, or that its source no longer says: it leaves the projections, and stays in the ledger. */
export const retractionForm = z.strictObject({
  view: z.enum([
    'venues',
    'accounts',
    'processes',
    'measures',
    'holdings',
    'incidents',
    'recoveries',
    'valuations',
  ]),
  id: rowId,
});
