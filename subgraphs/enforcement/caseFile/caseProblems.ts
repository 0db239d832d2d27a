import { CaseError } from '../../../shared/case/caseError';

/** Gathers the problems between the files of a case, so that all of them are reported at once. */
export class CaseProblems {
  readonly #lines: string[] = [];

  add(at: string, problem: string): void {
    this.#lines.push(`${at}: ${problem}`);
  }

  /** Throws CaseError where anything was wrong. */
  end(): void {
    if (this.#lines.length > 0) throw new CaseError(this.#lines.join('\n'));
  }
}

/** Says of each id that an earlier row had it already. */
export function findDuplicates(
  rows: readonly { readonly id: string }[],
  at: (i: number) => string,
  problems: CaseProblems,
): void {
  const seen = new Set<string>();
  rows.forEach(({ id }, i) => {
    if (seen.has(id)) problems.add(at(i), `${id} is there twice`);
    seen.add(id);
  });
}
