import { z } from 'zod';

import { isDay } from '../../../shared/scalars/date';
import { instant } from '../../../shared/case/forms';
import { parseLawCode } from '../law/law.rules';

/** The forms that several files of a case share. */

export const shortId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/i, 'an id is letters, digits and hyphens');
export const words = z.string().trim().min(1);
export const actorId = z
  .string()
  .regex(/^[a-z0-9-]+:\S+$/, 'an actor id is <where from>:<id there>, such as ofac:43337');
export const accountId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*:[A-Za-z0-9._-]{1,100}$/, 'an account id is <venue>:<pseudonym>');

/** The venue of an account's id: what stands before the first colon. */
export const venueOfAccount = (account: string) => account.slice(0, account.indexOf(':'));

export const illustrative = z.boolean();
/** CAIP-19; null, or without it: all. */
export const someAssets = z.array(words).min(1).nullable().default(null);
/** A law or a jurisdiction. */
export const lawCode = z.string().transform((given, { addIssue }) => {
  const code = parseLawCode(given);
  if (code !== null) return code;
  addIssue(`${given} is no law or jurisdiction: name US, UK, EU, CH, UN or a country by ISO 3166-1 alpha-2`);
  return z.NEVER;
});
/** An instant, or a day of the law that applies (law/law.rules.ts). */
export const moment = z.string().transform((given, { addIssue }) => {
  const read = instant.safeParse(given);
  if (read.success) return read.data;
  if (isDay(given)) return given;
  addIssue(
    'a time is RFC 3339, such as 2023-05-25T00:00:00Z, or a day of the law that applies, such as 2023-05-25',
  );
  return z.NEVER;
});
export type Moment = z.output<typeof moment>;
export const optionalMoment = moment.nullable().default(null);
