import { z } from 'zod';
import { baseUnits, day, instant } from '../../../shared/case/forms';
import { disclosures, legalProcessKinds } from '../legalProcess/legalProcessKinds';
import { endReasons, measureKinds } from '../measure/measureKinds';

/** The forms of the files of a case that this subgraph reads. A file may be left out where the case has none of it. */

export const shortId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/i, 'an id is letters, digits and hyphens');
export const words = z.string().trim().min(1);
const anActor = z
  .string()
  .regex(/^[a-z0-9-]+:\S+$/, 'an actor id is <where from>:<id there>, such as ofac:43337');
export const anAccount = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*:[A-Za-z0-9._-]{1,100}$/, 'an account id is <venue>:<pseudonym>');
const illustrative = z.boolean();
/** CAIP-19; null, or without it: all. */
const someAssets = z.array(words).min(1).nullable().default(null);
const optionalInstant = instant.nullable().default(null);

/** `venues.yaml` */
export const venuesForm = z.array(z.strictObject({ id: shortId, name: words, illustrative })).default([]);

/** `accounts.yaml`: the venue is the first part of the id. */
export const accountsForm = z.array(z.strictObject({ id: anAccount, illustrative })).default([]);

/** `processes.yaml` */
export const processesForm = z
  .array(
    z.strictObject({
      id: shortId,
      kind: z.enum(legalProcessKinds),
      authority: words,
      docket: words.nullable().default(null),
      issued: optionalInstant,
      served: optionalInstant,
      effective: optionalInstant,
      expiry: optionalInstant,
      scope: z.array(anAccount).min(1),
      assets: someAssets,
      disclosure: z.enum(disclosures),
      illustrative,
      source: words,
    }),
  )
  .default([]);

/** `measures.yaml` */
export const measuresForm = z
  .array(
    z.strictObject({
      id: shortId,
      account: anAccount,
      kind: z.enum(measureKinds),
      from: instant,
      to: optionalInstant,
      endReason: z.enum(endReasons).nullable().default(null),
      processes: z.array(shortId).default([]),
      assets: someAssets,
      reason: words,
      maker: words.nullable().default(null),
      checker: words.nullable().default(null),
      observed: z.boolean().default(false),
      illustrative,
      source: words,
    }),
  )
  .default([]);

/** An amount that is left out is one that nobody has observed. */
const amount = baseUnits.nullable().default(null);

/** `holdings.yaml` */
export const holdingsForm = z
  .array(
    z.strictObject({
      account: anAccount,
      /** CAIP-19 */
      asset: words,
      frozen: amount,
      inflow: amount,
      held: amount,
      seized: amount,
      released: amount,
      destroyed: amount,
      illustrative,
    }),
  )
  .default([]);

export const aStatedTime = z
  .strictObject({ text: words, from: day.nullable().default(null), to: day.nullable().default(null) })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'the first day is after the last' });

const valuation = z.strictObject({
  usdCents: baseUnits,
  time: aStatedTime,
  source: words,
});

/** `incidents.yaml` */
export const incidentsForm = z
  .array(
    z.strictObject({
      id: shortId,
      title: words,
      happenedOn: day,
      actors: z.array(anActor).default([]),
      losses: z.array(z.strictObject({ asset: words, amount: baseUnits })).default([]),
      valuations: z.array(valuation).default([]),
      source: words,
    }),
  )
  .default([]);

/** `recoveries.yaml` */
export const recoveriesForm = z
  .array(
    z.strictObject({
      id: shortId,
      title: words,
      announcedOn: day,
      valuation,
      accounts: z.int().min(0).nullable().default(null),
      incident: shortId.nullable().default(null),
      actors: z.array(anActor).default([]),
      source: words,
    }),
  )
  .default([]);
