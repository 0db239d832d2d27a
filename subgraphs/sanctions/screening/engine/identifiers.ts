import type { ListEntry } from '../../list/listEntry';
import { plainIdentifier } from '../../vocabulary/plainIdentifier';

/** Kinds of facts that many parties share. */
const sharedKinds =
  /type|tonnage|flag|model|\bdate\b|issuer|operator|owner|gender|sex|citizen|nationality|gazette|program|risk|determination|ticker|language/i;
const minLength = 5;

/** Tells if an identifier names one party: it is long enough, has a digit or is a bank's code, and is of no shared kind. */
export function identifiesParty({ kind, value }: ListEntry['identifiers'][number]): boolean {
  const plain = plainIdentifier(value);
  if (plain.length < minLength || sharedKinds.test(kind)) return false;
  return /\d/.test(plain) || /swift|bic/i.test(kind);
}

/** The places of entries by each identifier that names them. */
export function entriesByIdentifier(entries: readonly ListEntry[]): ReadonlyMap<string, readonly number[]> {
  const byIdentifier = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    const values = entry.identifiers.filter(identifiesParty).map(({ value }) => plainIdentifier(value));
    for (const value of new Set(values)) {
      const known = byIdentifier.get(value);
      if (known) known.push(at);
      else byIdentifier.set(value, [at]);
    }
  });
  return byIdentifier;
}
