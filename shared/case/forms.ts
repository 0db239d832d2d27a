import { z } from 'zod';
import { isDay } from '../scalars/date';

/** Forms of values that the files of a case share. */

export const day = z.string().refine(isDay, { message: 'a day is YYYY-MM-DD' });

/** RFC 3339 with seconds and an offset; kept as an instant. */
export const instant = z.iso
  .datetime({ offset: true, message: 'an instant is RFC 3339, such as 2023-05-25T00:00:00Z' })
  .transform((given) => new Date(given));

/** Base units, as a decimal string of any length. */
export const baseUnits = z
  .string()
  .regex(/^(0|[1-9]\d*)$/, 'an amount is a whole number of base units, as a string');

/**
 * Rejects an item that has a key of an item before it. Rows are stored by their ids: of two with one id, one would be
 * lost in silence.
 */
export const rejectDuplicates =
  <Item>(keysOf: (item: Item) => readonly string[]) =>
  (items: readonly Item[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [at, item] of items.entries()) {
      for (const key of keysOf(item)) {
        if (seen.has(key)) context.addIssue({ code: 'custom', path: [at], message: `${key} is given twice` });
        seen.add(key);
      }
    }
  };
