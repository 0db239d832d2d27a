import type { ListBirth } from '../../list/listEntry';
import { birthOfParts } from '../parts/birthOfParts.rules';
import { oneLine } from '../xml/elementText';
import { birthOfText } from '../un/births.rules';

/** `a) 5/12/1970 b) 1969`: the letters before several values in one cell. */
const enumerator = /(?:^|\s)[a-z]\)\s*/g;

/** Returns each value of a cell that holds several after letters; the cell where it holds one. */
export const enumerated = (cell: string): string[] =>
  cell.split(enumerator).flatMap((part) => oneLine(part).replace(/[;,]$/, '') || []);

/**
 * Reads the dates of birth in a cell: with commas, letters or spaces between, the day first (`5/12/1970`, `03/1955`,
 * `12 April 1965`, `Approximately 1963`, `Between 1972 and 1975`). Anything else keeps its text only.
 */
export const auBirths = (cell: string): ListBirth[] =>
  enumerated(cell)
    .flatMap((part) => part.split(/,|;|(?<=\d{4})\s+(?=\d)/))
    .flatMap((part) => {
      const text = oneLine(part);
      return text === '' ? [] : [birthOf(text)];
    });

function birthOf(text: string): ListBirth {
  const circa = /^(?:approximately|approx\.?|circa|about)/i.test(text);
  const plain = text.replace(/^(?:approximately|approx\.?|circa|about):?\s*/i, '');
  const slashes = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashes) {
    const [, day = null, month = null, year = null] = slashes;
    return birthOfParts({ text, year, month, day, circa });
  }
  const range = /^(?:between )?(\d{4})(?: and | to |-)(\d{4})$/i.exec(plain);
  if (range && (range[1] ?? '') <= (range[2] ?? ''))
    return { text, from: `${range[1] ?? ''}-01-01`, to: `${range[2] ?? ''}-12-31`, circa };
  return { ...birthOfText(plain, circa), text };
}
