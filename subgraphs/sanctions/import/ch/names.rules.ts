import type { OtherName } from '../parts/aliasesOf.rules';
import { attributeOf, oneLine, textsAt } from '../xml/elementText';
import { childrenOf, textOf, type XmlElement } from '../xml/streamXml';

/** So many spellings of one name are made of those of its parts; where there are more, they are taken in step. */
const maxSpellings = 64;

interface NamePart {
  readonly value: string;
  /** The spellings of the part by script, as ISO 15924 in capitals. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/** A name of an identity: as the list writes it, and its other spellings. */
export interface ChName extends OtherName {
  readonly isMain: boolean;
}

/** The names of an identity. A name without any part is null. */
export const chNames = (identity: XmlElement): (readonly ChName[] | null)[] =>
  childrenOf(identity, 'name').map((element) => {
    const parts = partsOf(element);
    const name = joined(parts.map(({ value }) => value));
    if (name === '') return null;
    const type = attributeOf(element, 'name-type');
    const grade = {
      isWeak: attributeOf(element, 'quality') === 'low',
      isFormer: type === 'formerly-known-as',
    };
    const isMain = type === 'primary-name';
    return [
      { name, isMain, ...grade },
      ...spellingsOf(parts).map((spelling) => ({ name: spelling, isMain: false, ...grade })),
    ];
  });

/** The titles stand among the parts of a name, and are none. */
export const chTitles = (identity: XmlElement): string[] =>
  childrenOf(identity, 'name').flatMap((element) =>
    childrenOf(element, 'name-part')
      .filter((part) => attributeOf(part, 'name-part-type') === 'title')
      .flatMap((part) => textsAt(part, 'value')),
  );

function partsOf(element: XmlElement): NamePart[] {
  return childrenOf(element, 'name-part')
    .filter((part) => attributeOf(part, 'name-part-type') !== 'title')
    .map((part) => ({ part, order: Number(attributeOf(part, 'order') ?? 0) }))
    .sort((a, b) => a.order - b.order)
    .map(({ part }) => {
      const spellings = new Map<string, string[]>();
      for (const variant of childrenOf(part, 'spelling-variant')) {
        const [script, text] = [attributeOf(variant, 'script') ?? '', oneLine(variant.text)];
        if (text !== '') spellings.set(script, [...(spellings.get(script) ?? []), text]);
      }
      return { value: oneLine(textOf(part, 'value') ?? ''), spellings };
    })
    .filter(({ value, spellings }) => value !== '' || spellings.size > 0);
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');

/** Whole names by script: each spelling of a part with those of the others. A part without one keeps the list's own. */
function spellingsOf(parts: readonly NamePart[]): string[] {
  const scripts = new Set(parts.flatMap(({ spellings }) => [...spellings.keys()]));
  return [...scripts].flatMap((script) => {
    const choices = parts.map(({ value, spellings }) => {
      const given = spellings.get(script) ?? [];
      // Letters of the list's own script go with its spellings in that script only.
      return script === 'LATN' || script === '' || given.length === 0 ? [value, ...given] : given;
    });
    const count = choices.reduce((product, given) => product * given.length, 1);
    return count <= maxSpellings ? combined(choices) : inStep(choices);
  });
}

const combined = (choices: readonly (readonly string[])[]): string[] =>
  choices
    .reduce<string[][]>((names, given) => names.flatMap((name) => given.map((part) => [...name, part])), [[]])
    .map(joined);

function inStep(choices: readonly (readonly string[])[]): string[] {
  const depth = Math.max(...choices.map(({ length }) => length));
  return Array.from({ length: depth }, (_, i) =>
    joined(choices.map((given) => given[i] ?? given.at(-1) ?? '')),
  );
}
