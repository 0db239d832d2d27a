import { countryCode } from '../../vocabulary/countryCode';
import { wadeGilesReadings } from './wadeGiles';
import { legalForms, placeWords } from './wordLists';

/** One way to read a field as a name. */
export interface NameForm {
  readonly name: string;
  /** True for a single word beside a name: it is compared only with the names of organisations and vessels. */
  readonly isAside: boolean;
}

export interface NameForms {
  readonly forms: readonly NameForm[];
  /** Numbers that stand in the name, such as `IMO 7406784`. */
  readonly identifiers: readonly string[];
  /** True where the field has more names than are compared. */
  readonly isCut: boolean;
}

/** Forms that are compared; each costs a search. */
const maxForms = 24;
const separators =
  /\s?(?:[;；|／\n]|\s\/\s|(?<=\p{L}{3})\/(?=\p{L}{3})|[,(]?\s?\b(?:[afn]\.?\s?k\.?\s?a\.?|also known as|formerly known as|formerly|now known as|d\.?\/?b\.?\/?a\.?|alias)(?=[\s:])[:\s]{0,3})\s?/giu;
const brackets = /[([（【]([^()[\]（）【】]*)[)\]）】]/gu;
const imoNumber = /[,(]?\s?\bIMO\b(?:\s?(?:no|number)\b)?[.:#\s-]{0,4}(\d{7})\b\)?/giu;
/** `M.V.` and the like before a name: of a vessel, or the initials of a person. */
const dottedPrefix = /^(?:m\. ?[vty]|s\. ?s|f\. ?v)\.?\s(?=\S)/iu;
/** Letters with dots that are read as one word: an abbreviation, a legal form, or the initials of a person (`Petrov N.V.`). */
const dottedLetters = /(?<!\p{L})(?:\p{L}\. ?){2,}/gu;
const otherScripts = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]+/gu;
const oneWord = /^[\p{L}\p{N}.'’&/-]+$/u;

/**
 * Reads the names in one field: the field as it stands, names between separators (`;`, ` / `, `a.k.a.`), a name without
 * its brackets and what stands in them, a name without the country behind its last comma, words that only capitals tell
 * apart (`VladimirPutin`), dotted letters as initials, and the parts of a name that is written in two scripts. The first form is the field itself,
 * without an IMO number.
 */
export function nameForms(given: string): NameForms {
  const field = given.replace(/\s+/gu, (space) => (space.includes('\n') ? '\n' : ' '));
  const identifiers: string[] = [];
  const name = field.replace(imoNumber, (_, digits: string) => {
    identifiers.push(digits);
    return ' ';
  });
  const forms = new Map<string, NameForm>();
  let isCut = false;
  const add = (text: string, isAside = false) => {
    const plain = text.trim().replace(/^[,\s]+|[,\s]+$/gu, '');
    if (!/\p{L}/u.test(plain) || forms.has(plain)) return;
    if (forms.size === maxForms) isCut = true;
    else forms.set(plain, { name: plain, isAside: isAside && oneWord.test(plain) });
  };
  add(name);
  add(field);
  for (const part of name.split(separators)) {
    add(part);
    const bare = part.replace(brackets, ' ');
    if (bare !== part) {
      add(bare);
      for (const [, inner = ''] of part.matchAll(brackets)) if (inner.trim().length > 2) add(inner, true);
    }
    const comma = bare.lastIndexOf(',');
    if (comma > 0 && countryCode(bare.slice(comma + 1)) !== undefined) add(bare.slice(0, comma), true);
    if (dottedPrefix.test(part)) add(part.replace(dottedPrefix, 'MV '));
    const latin = part.replace(otherScripts, ' ');
    if (latin !== part) {
      add(latin);
      add((part.match(otherScripts) ?? []).join(' '));
    }
    const cut = part.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    if (cut !== part) add(cut);
    const spaced = part.replace(dottedLetters, (dotted) => {
      const letters = dotted.replace(/[. ]/gu, '');
      const isRead = letters.length > 2 || legalForms.has(letters.toLowerCase());
      return isRead ? ` ${Array.from(letters).join(' ')} ` : dotted;
    });
    if (spaced !== part && /\p{L}{2}/u.test(spaced)) add(spaced);
    for (const pinyin of wadeGilesReadings(bare)) add(pinyin);
  }
  return { forms: [...forms.values()], identifiers, isCut };
}

/** One of the names that a list publishes as one. */
export interface ListedForm {
  readonly name: string;
  /** True where it is compared as a weak alias. */
  readonly isWeak: boolean;
}

const abbreviation = /^[\p{Lu}\p{N}]{3,8}$/u;

/**
 * Reads the names that a list publishes as one: the name as it stands, the name without its brackets, and an abbreviation
 * in them, which is a weak name unless it is made of the name's first letters.
 */
export function listedForms(name: string): ListedForm[] {
  const forms: ListedForm[] = [{ name, isWeak: false }];
  const bare = name.replace(imoNumber, ' ').replace(brackets, ' ').replace(/\s+/gu, ' ').trim();
  if (bare === name || bare === '') return forms;
  forms.push({ name: bare, isWeak: false });
  const initials = bare.replace(/(\p{L})[\p{L}'’]*|[^\p{L}]/gu, '$1').toUpperCase();
  for (const [, inner = ''] of name.matchAll(brackets))
    if (
      abbreviation.test(inner) &&
      !legalForms.has(inner.toLowerCase()) &&
      !placeWords.has(inner.toLowerCase())
    )
      forms.push({ name: inner, isWeak: !initials.includes(inner) });
  return forms;
}
