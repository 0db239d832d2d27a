import { z } from 'zod';
import { isDay } from '../../../shared/scalars/date';
import { baseUnits, day, instant } from '../../../shared/case/forms';
import { parseLawCode } from '../law/law.rules';
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
/** A law or a jurisdiction. */
const lawCode = z.string().transform((given, { addIssue }) => {
  const code = parseLawCode(given);
  if (code !== null) return code;
  addIssue(`${given} is no law or jurisdiction: name US, UK, EU, CH, UN or a country by ISO 3166-1 alpha-2`);
  return z.NEVER;
});
/** An instant, or a day of the law that applies (law/law.rules.ts). */
const moment = z.string().transform((given, { addIssue }) => {
  const read = instant.safeParse(given);
  if (read.success) return read.data;
  if (isDay(given)) return given;
  addIssue(
    'a time is RFC 3339, such as 2023-05-25T00:00:00Z, or a day of the law that applies, such as 2023-05-25',
  );
  return z.NEVER;
});
export type Moment = z.output<typeof moment>;
const optionalMoment = moment.nullable().default(null);

/** `venues.yaml` */
export const venuesForm = z
  .array(
    z.strictObject({
      id: shortId,
      name: words,
      jurisdictions: z.array(lawCode).min(1).optional(),
      illustrative,
    }),
  )
  .default([]);

/** `accounts.yaml`: the venue is the first part of the id. */
export const accountsForm = z.array(z.strictObject({ id: anAccount, illustrative })).default([]);

/** `processes.yaml` */
export const processesForm = z
  .array(
    z.strictObject({
      id: shortId,
      kind: z.enum(legalProcessKinds),
      authority: words,
      /** Of a designation: the law that it is under. */
      law: lawCode.optional(),
      docket: words.nullable().default(null),
      issued: optionalMoment,
      served: optionalMoment,
      effective: optionalMoment,
      expiry: optionalMoment,
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
      from: moment,
      to: optionalMoment,
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
