import type { ListAddress } from '../../list/listEntry';
import type { UkKey } from './fields';

/** A name as the list writes it, with its type (`Primary Name`, `Alias`) and its grade. */
export interface UkName {
  readonly name: string;
  readonly type: string;
  readonly strength: string;
}

/** A document's number and the list's words about it; one of the two may be empty. */
export interface UkDocument {
  readonly number: string;
  readonly information: string;
}

/** The facts of a designation, of one row of the CSV, or of the XML's element. */
export interface UkFacts {
  readonly names: readonly UkName[];
  readonly addresses: readonly ListAddress[];
  readonly passports: readonly UkDocument[];
  readonly nationalIds: readonly UkDocument[];
  readonly birthPlaces: readonly string[];
  readonly values: readonly { readonly key: UkKey; readonly value: string }[];
}

/** A designation that grows row by row. Each fact is kept once: the CSV has a row for each combination of them. */
export interface GrowingDesignation {
  add(facts: UkFacts): void;
  facts(): UkFacts;
}

export function growDesignation(): GrowingDesignation {
  const names = new Map<string, UkName>();
  const addresses = new Map<string, ListAddress>();
  const passports = new Map<string, UkDocument>();
  const nationalIds = new Map<string, UkDocument>();
  const birthPlaces = new Set<string>();
  const values = new Map<string, UkFacts['values'][number]>();
  return {
    add(facts) {
      for (const name of facts.names) names.set(`${name.name}\n${name.type}\n${name.strength}`, name);
      for (const address of facts.addresses) addresses.set(address.text, address);
      for (const document of facts.passports)
        passports.set(`${document.number}\n${document.information}`, document);
      for (const document of facts.nationalIds)
        nationalIds.set(`${document.number}\n${document.information}`, document);
      for (const place of facts.birthPlaces) birthPlaces.add(place);
      for (const one of facts.values) values.set(`${one.key}\n${one.value}`, one);
    },
    facts: () => ({
      names: [...names.values()],
      addresses: [...addresses.values()],
      passports: [...passports.values()],
      nationalIds: [...nationalIds.values()],
      birthPlaces: [...birthPlaces],
      values: [...values.values()],
    }),
  };
}

/** Returns the parts of an address as one; nothing where there are none. */
export function ukAddress(lines: readonly string[], postcode: string, country: string): ListAddress[] {
  const parts = [...lines, postcode, country].filter((part) => part !== '');
  return parts.length === 0 ? [] : [{ text: parts.join(', '), city: null, country: country || null }];
}

/** The list files a family name or a whole name in part 6, and given names before it. */
export const joinName = (parts: readonly string[]): string => parts.join(' ').replace(/\s+/g, ' ').trim();
