import type { ListBirth } from '../../list/listEntry';
import { birthOfParts } from '../parts/birthOfParts.rules';
import { birthOfText } from '../un/births.rules';

/**
 * Reads dates of birth as Canada writes them: `1972`, `1965-04-29`, `29-04-1965`, `1963-1964`, and several with `or` or
 * a stroke between. Anything else (`Sep-99`, `born in the early 1970s`) keeps its text only.
 */
export function caBirths(text: string): ListBirth[] {
  const whole = birthOf(text);
  if (whole.from !== null) return [whole];
  const parts = text.split(/\s+or\s+|\s*\/\s*/).map(birthOf);
  return parts.length > 1 && parts.every(({ from }) => from !== null) ? parts : [whole];
}

function birthOf(text: string): ListBirth {
  const [, day = null, month = null, year = null] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? [];
  return year === null ? birthOfText(text) : birthOfParts({ text, year, month, day });
}
