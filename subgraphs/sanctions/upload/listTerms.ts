import { z } from 'zod';
import { badUserInput } from '../../../shared/errors/cordonError';
import { isDay } from '../../../shared/scalars/date';
import { readAu } from '../import/au/readAu';
import { readCa } from '../import/ca/readCa';
import { readCh } from '../import/ch/readCh';
import { readEu } from '../import/eu/readEu';
import { readFtm } from '../import/ftm/readFtm';
import { readOfac } from '../import/ofac/readOfac';
import { readUk } from '../import/uk/readUk';
import { readUn } from '../import/un/readUn';
import type { ListReading } from '../list/listReading';

/** The formats of lists that can be uploaded, as `cordon import` names them. */
export const listFormats = ['ofac', 'un', 'eu', 'uk', 'ca', 'ch', 'au', 'opensanctions'] as const;

const termsSchema = z.strictObject({
  format: z.enum(listFormats, `format is one of ${listFormats.join(', ')}`),
  /** The day of publication, YYYY-MM-DD. */
  version: z.string().refine(isDay, 'version is a day, YYYY-MM-DD').optional(),
  /** Of OpenSanctions: the name of the data set. */
  dataset: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'dataset is lower-case letters, digits and _, such as us_ofac_sdn')
    .optional(),
});

/** The terms by which uploaded files are read. */
export type ListTerms = z.infer<typeof termsSchema>;

/** Returns the terms in their one form. Throws BAD_USER_INPUT. */
export function parseListTerms(given: string): string {
  const { success, data, error } = termsSchema.safeParse(JSON.parse(given));
  if (!success)
    throw badUserInput(
      `the list cannot be uploaded so: ${error.issues.map(({ message }) => message).join('; ')}`,
    );
  if (data.dataset !== undefined && data.format !== 'opensanctions')
    throw badUserInput('dataset is for the format opensanctions only');
  return JSON.stringify(data);
}

/** The terms that an upload was begun with. */
export const listTerms = (stored: string): ListTerms => termsSchema.parse(JSON.parse(stored));

/** Reads the files of an upload, as of the day on which it was uploaded. Throws ImportError. */
export function readUploadedLists(
  { format, dataset }: ListTerms,
  paths: readonly string[],
  today: string,
): Promise<ListReading[]> {
  switch (format) {
    case 'ofac':
      return readOfac(paths);
    case 'un':
      return readUn(paths);
    case 'eu':
      return readEu(paths);
    case 'uk':
      return readUk(paths);
    case 'ca':
      return readCa(paths);
    case 'ch':
      return readCh(paths);
    case 'au':
      return readAu(paths);
    case 'opensanctions':
      return readFtm(paths, { today, ...(dataset === undefined ? {} : { dataset }) });
  }
}
