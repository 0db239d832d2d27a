import { z } from 'zod';
import { day } from '../../../shared/case/forms';
import { words } from '../caseFile/caseTerms';

/** A time as closely as its source says it, in a file of a case. */
export const approximateTimeEntry = z
  .strictObject({ text: words, from: day.nullable().default(null), to: day.nullable().default(null) })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'the first day is after the last' });
