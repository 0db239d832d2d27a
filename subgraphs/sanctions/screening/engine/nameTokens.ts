import { withinEdits } from './editDistance';
import { type LatinName, latinName } from './latinScript';
import { consonants, soundKey } from './soundKey';
import {
  formWords,
  genericWords,
  legalForms,
  nicknames,
  particles,
  phrases,
  titleNames,
  titles,
  variants,
} from './wordLists';

/** The style of a name: a person's, or any other. */
export type NameStyle = 'PERSON' | 'ORGANISATION';

/** One word of a name, with what comparing it needs; made once a name, not once a comparison. */
export interface NameToken {
  /** Lower-case ASCII letters and digits. */
  readonly text: string;
  readonly key: string;
  readonly consonants: string;
  /** Its script wrote no vowels: the consonants are all that can be compared. */
  readonly vowelless: boolean;
  readonly variants: readonly number[];
  readonly nicknames: readonly number[];
  /** Its weight in a name of a person, and of anything else, before rarity. */
  readonly personWeight: number;
  readonly organisationWeight: number;
  readonly numeric: boolean;
}

export interface NameWords {
  /** As given. */
  readonly name: string;
  /** Its letters and digits without separators: spaces are set wrongly, and omitted. */
  readonly letters: string;
  readonly tokens: readonly NameToken[];
}

/** No name on a list comes near; what is longer is no name. */
export const maxTokens = 40;

const weights = {
  name: 1,
  titleName: 0.5,
  title: 0.12,
  particle: 0.06,
  form: 0.1,
  generic: 0.7,
  number: 0.6,
  initial: 0.8,
};
const noGroups: readonly number[] = [];
const roman = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const personForms: ReadonlySet<string> = new Set(['sa', 'llc', 'ltd', 'inc', 'gmbh', 'plc']);

/** Cuts a name, in any script, into words that can be compared. */
export function nameWords(name: string): NameWords {
  const latin = latinName(name);
  const words = [...new Set(wordsOf(latin.text))].slice(0, maxTokens);
  return {
    name,
    letters: latin.text.replace(/[^a-z0-9]+/g, ''),
    tokens: words.map((word) => nameToken(word, latin)),
  };
}

function wordsOf(latin: string): string[] {
  let text = ` ${latin
    .replace(/&/g, ' and ')
    .replace(/\b(?:[a-z]\.){2,}(?:[a-z]\b)?/g, (dotted) => ` ${joinedInitials(dotted)} `)
    .replace(/['’`‘]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')} `;
  for (const [pattern, phrase] of phrases) text = text.replace(pattern, phrase);
  return text.trim() === '' ? [] : text.trim().split(/ +/);
}

/** `A.B.C.` is one word; `J. P.` of a person stays two initials, unless it is a legal form. */
function joinedInitials(dotted: string): string {
  const letters = dotted.replace(/\./g, '');
  return letters.length > 2 || legalForms.has(letters) || /^u[kn]$|^us$/.test(letters)
    ? letters
    : letters.split('').join(' ');
}

function nameToken(text: string, { vowelless }: LatinName): NameToken {
  const numeric = /\d/.test(text) ? /^\d/.test(text) : roman.test(text) && text.length > 0;
  const key = soundKey(text);
  return {
    text,
    key,
    consonants: consonants(key),
    vowelless: vowelless.has(text),
    variants: variants.get(text) ?? noGroups,
    nicknames: nicknames.get(text) ?? noGroups,
    personWeight: personWeight(text),
    organisationWeight: organisationWeight(text, numeric),
    numeric,
  };
}

function personWeight(text: string): number {
  if (particles.has(text)) return weights.particle;
  if (titleNames.has(text)) return weights.titleName;
  if (titles.has(text)) return weights.title;
  if (personForms.has(text)) return weights.form;
  return text.length === 1 ? weights.initial : weights.name;
}

const isFormWord = (text: string) =>
  text.length >= 4 && formWords.some((form) => withinEdits(text, form, form.length > 5 ? 1 : 0));

function organisationWeight(text: string, numeric: boolean): number {
  if (legalForms.has(text)) return weights.form;
  if (numeric) return weights.number;
  if (particles.has(text)) return weights.particle;
  if (isFormWord(text)) return weights.form;
  return genericWords.has(text) ? weights.generic : weights.name;
}
