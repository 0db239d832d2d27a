import type { ListEntry } from '../../list/listEntry';
import { identifierForms } from '../../vocabulary/identifierForms';

/** Kinds of facts that many parties share. */
const sharedKinds =
  /type|tonnage|flag|model|\bdate\b|issuer|operator|owner|gender|sex|citizen|nationality|gazette|program|risk|determination|ticker|language/i;
const minLength = 5;

/** Returns the forms that name one party: long enough, with a digit or a bank's code, and of no shared kind. */
function namingForms({ kind, value }: ListEntry['identifiers'][number]): readonly string[] {
  if (sharedKinds.test(kind)) return [];
  const isBankCode = /swift|bic/i.test(kind);
  return identifierForms(value).filter((form) => form.length >= minLength && (isBankCode || /\d/.test(form)));
}

/** The places of entries by each identifier that names them. */
export function entriesByIdentifier(entries: readonly ListEntry[]): ReadonlyMap<string, readonly number[]> {
  const byIdentifier = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    for (const form of new Set(entry.identifiers.flatMap(namingForms))) {
      const known = byIdentifier.get(form);
      if (known) known.push(at);
      else byIdentifier.set(form, [at]);
    }
  });
  return byIdentifier;
}
