import { assetProblem } from './assetProblem';
import type { CaseProblems } from './caseProblems';

/** Checks how assets are written: one in another spelling would be reached by nothing. */
export function checkAssets(
  assets: readonly string[] | null,
  placeOf: (at: number) => string,
  problems: CaseProblems,
): void {
  assets?.forEach((asset, at) => {
    const problem = assetProblem(asset);
    if (problem) problems.add(placeOf(at), problem);
  });
}
