import { scriptOf } from '../../list/scriptOf';
import type { OtherName } from '../parts/aliasesOf.rules';
import { attributeOf } from '../xml/elementText';
import { childrenOf, type XmlElement } from '../xml/streamXml';

/**
 * The list grades a name in words: `low quality alias; formerly listed as`. Only a clause that begins so grades the
 * name. Inside a clause the words are about somebody else: `99 % owned by the fund, formerly known as …`.
 */
const lowQuality = /^lo(?:w)? quality\b/i;
const formerName = /^(?:formerly (?:known|listed) as?\b|former name\b|f\.?k\.?a\b|maiden name\b)/i;

const clauses = (remark: string): string[] =>
  remark.split(/[\n;]/).map((clause) => clause.replace(/^[\s("'‘]+/, '').replace(/\s+/g, ' '));

/** The names of an entry in the order of the file. One without any part of a name is null. */
export const euNames = (entity: XmlElement): (OtherName | null)[] =>
  childrenOf(entity, 'nameAlias').map((element) => {
    const parts = ['firstName', 'middleName', 'lastName'].flatMap((part) => attributeOf(element, part) ?? []);
    const name = attributeOf(element, 'wholeName') ?? parts.join(' ');
    if (name === '') return null;
    const note = childrenOf(element, 'remark')
      .flatMap(({ text }) => text || [])
      .join('\n');
    const graded = clauses(note);
    return {
      name,
      isWeak: attributeOf(element, 'strong') === 'false' || graded.some((clause) => lowQuality.test(clause)),
      isFormer: graded.some((clause) => formerName.test(clause)),
      note: note === '' ? null : note,
    };
  });

/**
 * Returns the main name. The list marks none: it is the first one in Latin letters that is neither weak nor former,
 * else the first that is neither, else the first. All others are aliases.
 */
export function mainName(names: readonly OtherName[]): string | null {
  const good = names.filter(({ isWeak, isFormer }) => !isWeak && !isFormer);
  const main = good.find(({ name }) => scriptOf(name) === 'Latn') ?? good[0] ?? names[0];
  return main?.name ?? null;
}
