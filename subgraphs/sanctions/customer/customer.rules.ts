import { z } from 'zod';
import { problemsOf } from '../../../shared/rows/problemsOf';
import { canonicalJson, digestOf } from '../list/content.rules';
import { maxNameLength } from '../screening/engine/subject';
import { actorKinds } from '../vocabulary/actorKinds';
import { countryCode } from '../vocabulary/countryCode';
import { problemOfBirthDate } from './birthDate.rules';
import type { CustomerFacts } from './customer.record';

/** The limits of a customer. No name on a list is half as long. */
export const customerLimits = {
  name: maxNameLength,
  names: 50,
  identifier: 200,
  identifiers: 100,
  ownId: 128,
};

/** A customer as it is given, before it is stored. */
export interface GivenCustomer {
  readonly ownId: string;
  readonly facts: CustomerFacts;
}

const hasLetters = /[\p{L}\p{N}]/u;

const nameForm = z
  .string({ message: 'it is missing' })
  .transform((text) => text.trim())
  .refine((text) => text.length <= customerLimits.name, `it has more than ${customerLimits.name} characters`)
  .refine((text) => !text.includes('\uFFFD'), 'it has the sign of a lost character (U+FFFD)')
  .refine((text) => hasLetters.test(text), 'it has no letters or digits');

const identifierForm = z
  .string({ message: 'it is no text' })
  .transform((text) => text.trim())
  .refine(
    (text) => text.length <= customerLimits.identifier,
    `it has more than ${customerLimits.identifier} characters`,
  )
  .refine((text) => hasLetters.test(text), 'it has no letters or digits');

/** In a CSV file several values are one text, with `;` between them. */
const listOf = (form: typeof nameForm, most: number) =>
  z
    .union([z.array(z.unknown()), z.string()], { message: 'it is no list of texts' })
    .nullish()
    .transform((given) =>
      typeof given === 'string' ? given.split(';').filter((text) => text.trim()) : (given ?? []),
    )
    .pipe(z.array(form).max(most, `there are more than ${most}`));

const optionalText = z
  .string({ message: 'it is no text' })
  .nullish()
  .transform((text) => text?.trim() || null);

const customerForm = (today: string) =>
  z.object({
    id: z
      .string({ message: 'it is missing' })
      .refine(
        (id) => /^[^\s\p{C}]+$/u.test(id) && id.length <= customerLimits.ownId,
        `it needs 1 to ${customerLimits.ownId} characters without spaces`,
      ),
    name: nameForm,
    aliases: listOf(nameForm, customerLimits.names),
    kind: optionalText
      .transform((kind) => kind?.toUpperCase() ?? 'UNKNOWN')
      .pipe(z.enum(actorKinds, { message: `it is none of ${actorKinds.join(', ')}` })),
    birthDate: optionalText.superRefine((date, context) => {
      const problem = date === null ? null : problemOfBirthDate(date, today);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    }),
    nationality: optionalText.transform((text, context) => {
      if (text === null) return null;
      const code = text.length <= customerLimits.name ? countryCode(text) : undefined;
      if (code !== undefined) return code;
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(text.slice(0, 40))} is not a known country`,
      });
      return z.NEVER;
    }),
    identifiers: listOf(identifierForm, customerLimits.identifiers),
  });

/** Reads a customer. `today` is YYYY-MM-DD. Never throws: what cannot be screened as it is given is its problem. */
export function readCustomer(values: unknown, today: string): { row: GivenCustomer } | { problem: string } {
  const parsed = customerForm(today).safeParse(values);
  if (!parsed.success) return { problem: problemsOf(parsed.error) };
  const { id, aliases, identifiers, ...facts } = parsed.data;
  const distinct = (texts: readonly string[]) => [...new Set(texts)];
  return {
    row: {
      ownId: id,
      facts: {
        ...facts,
        aliases: distinct(aliases).filter((alias) => alias !== facts.name),
        identifiers: distinct(identifiers),
      },
    },
  };
}

/** The digest of what a customer is screened by. */
export const factsDigest = ({
  kind,
  name,
  aliases,
  birthDate,
  nationality,
  identifiers,
}: CustomerFacts): string =>
  digestOf(
    'customer',
    canonicalJson({
      kind,
      name,
      aliases,
      birthDate: birthDate ?? null,
      nationality: nationality ?? null,
      identifiers,
    }),
  );
