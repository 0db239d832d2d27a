import type { CustomerFacts } from '../customer/customer.record';
import { explainMatch, type ExplainedMatch } from '../screening/engine/explainMatch';
import { defaultThreshold, type EntryMatch, type ScreeningIndex } from '../screening/engine/screeningIndex';
import { readSubject, type Subject } from '../screening/engine/subject';

/**
 * The edition of the rules by which names are read and scored. To be raised with each change of a score: all customers are
 * then screened anew. test/unit/sanctions/customers/scoringRules.test.ts fails where that was forgotten.
 */
export const scoringRules = 1;

/** An entry that a customer may be. */
export interface FoundEntry {
  readonly list: string;
  readonly entry: string;
  readonly evidence: ExplainedMatch;
}

export interface ScreenedCustomer {
  readonly found: readonly FoundEntry[];
  /** What keeps some of the customer from being screened; null without a problem. */
  readonly problem: string | null;
}

const options = { threshold: defaultThreshold, weakAliases: false };

/** Screens a customer by each of its names. The best match of an entry counts. */
export function screenCustomer(index: ScreeningIndex, customer: CustomerFacts): ScreenedCustomer {
  const best = new Map<string, { readonly subject: Subject; readonly match: EntryMatch }>();
  const problems = new Set<string>();
  for (const name of [customer.name, ...customer.aliases]) {
    const { subject, problem } = readSubject({
      name,
      birthDate: customer.birthDate,
      nationality: customer.nationality,
      kind: customer.kind === 'UNKNOWN' ? null : customer.kind,
      identifiers: customer.identifiers,
    });
    if (problem !== null) problems.add(`${JSON.stringify(name.slice(0, 40))}: ${problem}`);
    if (!subject) continue;
    for (const match of index.screenEntries(subject, options)) {
      const key = `${match.entry.list} ${match.entry.entry}`;
      const known = best.get(key);
      if (!known || match.score > known.match.score) best.set(key, { subject, match });
    }
  }
  return {
    found: [...best.values()].map(({ subject, match }) => ({
      list: match.entry.list,
      entry: match.entry.entry,
      evidence: explainMatch(subject, match),
    })),
    problem: problems.size > 0 ? [...problems].join('; ') : null,
  };
}
