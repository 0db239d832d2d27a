import { z } from 'zod';

/** The kinds of values that settings hold; each takes the raw string of the environment. */

export const portNumber = () =>
  z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      message: 'a port is a whole number from 0 to 65535 (0 takes a free one)',
    })
    .transform(Number);

export const port = (byDefault: number) => portNumber().prefault(String(byDefault));

export const wholeNumber = (byDefault: number, min: number, max: number) =>
  z
    .string()
    .default(String(byDefault))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
      message: `a whole number from ${min} to ${max} is needed`,
    })
    .transform(Number);

export const text = (byDefault: string) => z.string().default(byDefault);

export const optionalText = () => z.string().optional();

/** Texts with commas between them, without the empty ones. Default: none. */
export const textList = () =>
  z
    .string()
    .default('')
    .transform((given) => given.split(',').map((one) => one.trim()))
    .transform((given) => given.filter((one) => one !== ''));

/** Names with commas between them; at least one, none of them `never`. */
export const names = (byDefault: readonly string[], never: string) =>
  z
    .string()
    .default(byDefault.join(','))
    .transform((given) => given.split(',').map((name) => name.trim()))
    .refine((given) => given.every((name) => name !== '' && name !== never), {
      message: `names with commas between them are needed, none of them ${never}`,
    });

export const url = (byDefault: string) =>
  z
    .string()
    .default(byDefault)
    .refine((given) => URL.canParse(given), { message: 'a URL is needed' });

export const optionalUrl = () =>
  z
    .string()
    .refine((given) => /^https?:/.test(given) && URL.canParse(given), {
      message: 'a URL is needed (http or https)',
    })
    .optional();

/** A shared secret: 32 characters or more, as HMAC-SHA256 asks for a key of its output's size (RFC 2104, section 3). */
export const secret = () =>
  z
    .string({ message: 'is needed: a secret of 32 characters or more' })
    .min(32, 'a secret of 32 characters or more is needed');

export const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  byDefault: Values[number],
) =>
  z
    .string()
    .default(byDefault)
    .refine((given): given is Values[number] => values.includes(given), {
      message: `one of ${values.join(', ')} is needed`,
    });

/** Some of these values, with commas between them; `none` for none of them. */
export const someOf = <const Value extends string>(
  values: readonly Value[],
  byDefault: readonly Value[] = values,
) =>
  z
    .string()
    .default(byDefault.length > 0 ? byDefault.join(',') : 'none')
    .transform((given, context): readonly Value[] => {
      const wanted = given === 'none' ? [] : given.split(',').map((value) => value.trim());
      const known = values.filter((value) => wanted.includes(value));
      if (wanted.some((value) => !values.includes(value as Value)))
        context.addIssue(`some of ${values.join(', ')} are needed, with commas between them, or none`);
      return known;
    });
