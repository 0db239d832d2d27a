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
  placeWords,
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
  /** The consonants that it may have, where its script wrote no vowels; else empty. */
  readonly skeletons: readonly string[];
  readonly variants: readonly number[];
  readonly nicknames: readonly number[];
  /** Its weight in a name of a person, and of anything else, before rarity. */
  readonly personWeight: number;
  readonly organisationWeight: number;
  readonly numeric: boolean;
  /** A word that many organisations add to their names or leave out: a legal form, a kind of business, a place. */
  readonly light: boolean;
  /** The characters in Han or Hangul that it is a reading of: others, which other people have, are read alike. */
  readonly reading: string | undefined;
}

export interface NameWords {
  /** As given. */
  readonly name: string;
  /** Its letters and digits without separators: spaces are set wrongly, and omitted. */
  readonly letters: string;
  readonly tokens: readonly NameToken[];
  /** See WeighedName. */
  readonly isText?: boolean;
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
const noSkeletons: readonly string[] = [];
const roman = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const personForms: ReadonlySet<string> = new Set(['sa', 'llc', 'ltd', 'inc', 'gmbh', 'plc']);

/** Cuts a name, in any script, into words that can be compared. */
export function nameWords(name: string, isText = false): NameWords {
  const latin = latinName(name);
  const all = wordsOf(latin.text);
  const words = (isText ? all : distinctWords(all)).slice(0, maxTokens);
  return {
    name,
    letters: latin.text.replace(/[^a-z0-9]+/g, ''),
    tokens: words.map((word) => nameToken(word, latin)),
    isText,
  };
}

/** A word that is repeated says no more than once; two initials stand for two names. */
function distinctWords(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => word.length === 1 || (!seen.has(word) && seen.add(word)));
}

function wordsOf(latin: string): string[] {
  let text = ` ${latin
    .replace(vesselPrefixes, ' mv ')
    .replace(/&/g, ' and ')
    .replace(/\b(?:[a-z]\.){2,}(?:[a-z]\b)?/g, (dotted) => ` ${joinedInitials(dotted)} `)
    .replace(/['’`‘]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')} `;
  text = withoutSlips(text.split(' ')).join(' ');
  for (const [pattern, phrase] of phrases) text = text.replace(pattern, phrase);
  return text.trim() === '' ? [] : text.trim().split(/ +/);
}

/** `M/V`, `M/T`, `s/s` before the name of a vessel. With dots they may be initials (see nameForms). */
const vesselPrefixes = /(?<![a-z])(?:m\/ ?[vty]|s\/ ?s|f\/ ?v)(?![a-z])/g;

/** Forms of as many letters or fewer have too many neighbours to be read with a slip: `stork` is not `stock`. */
const shortForm = 5;

/** Returns words of legal forms as they are written without a slip; `joint stock` only where the two stand side by side. */
function withoutSlips(words: readonly string[]): string[] {
  const mended = words.map((word) =>
    legalForms.has(word) || genericWords.has(word)
      ? word
      : (formWords.find((form) => form.length > shortForm && withinEdits(word, form, 1)) ?? word),
  );
  mended.forEach((word, at) => {
    if (withinEdits(word, 'joint', 1) && withinEdits(mended[at + 1] ?? '', 'stock', 1))
      mended.splice(at, 2, 'joint', 'stock');
  });
  return mended;
}

/** `A.B.C.` is one word; `J. P.` of a person stays two initials, unless it is a legal form. */
function joinedInitials(dotted: string): string {
  const letters = dotted.replace(/\./g, '');
  const form = legalForms.get(letters);
  return letters.length > 2 || (form !== undefined && form !== 'vessel') || /^u[kn]$|^us$/.test(letters)
    ? letters
    : letters.split('').join(' ');
}

function nameToken(text: string, { vowelless, skeletons, readings }: LatinName): NameToken {
  // A single I, V or X is an initial in the name of a person; in other names it is the numeral of its group of variants.
  const numeric = /\d/.test(text) ? /^\d/.test(text) : text.length > 1 && roman.test(text);
  const key = soundKey(text);
  return {
    text,
    key,
    consonants: consonants(key),
    vowelless: vowelless.has(text),
    skeletons: skeletons.get(text) ?? noSkeletons,
    variants: variants.get(text) ?? noGroups,
    nicknames: nicknames.get(text) ?? noGroups,
    personWeight: personWeight(text),
    organisationWeight: organisationWeight(text, numeric || /^[ivx]$/.test(text)),
    numeric,
    light: isLight(text),
    reading: readings.get(text),
  };
}

function personWeight(text: string): number {
  if (particles.has(text)) return weights.particle;
  if (titleNames.has(text)) return weights.titleName;
  if (titles.has(text)) return weights.title;
  if (personForms.has(text)) return weights.form;
  return text.length === 1 ? weights.initial : weights.name;
}

const isLight = (text: string) =>
  legalForms.has(text) ||
  genericWords.has(text) ||
  particles.has(text) ||
  placeWords.has(text) ||
  isFormWord(text);

const isFormWord = (text: string) =>
  text.length >= 4 && formWords.some((form) => withinEdits(text, form, form.length > shortForm ? 1 : 0));

function organisationWeight(text: string, numeric: boolean): number {
  if (legalForms.has(text)) return weights.form;
  if (numeric) return weights.number;
  if (particles.has(text)) return weights.particle;
  if (isFormWord(text)) return weights.form;
  return genericWords.has(text) ? weights.generic : weights.name;
}
