import { importedGroupIdOf } from '../../claim/sameClaim.rules';
import type { ContradictionRecord } from '../../contradiction/contradiction.record';
import { fileGroupForm, problemsOf } from './claimsFile.form';

/** A group of the file that is not stored, and why. */
export interface OmittedGroup {
  /** The id in the file, or where in the file it is, such as `contradictions[3]`. */
  readonly id: string;
  readonly reason: string;
}

/**
 * Returns the file's groups as they are stored, with the stored ids of their claims. A group with a claim
 * that was rejected, or is missing, is omitted: without it, the group would mean something else.
 */
export function joinGroups(
  given: readonly unknown[],
  storedIds: ReadonlyMap<string, string>,
): { readonly groups: readonly ContradictionRecord[]; readonly omitted: readonly OmittedGroup[] } {
  const groups: ContradictionRecord[] = [];
  const omitted: OmittedGroup[] = [];
  given.forEach((raw, i) => {
    const form = fileGroupForm.safeParse(raw);
    if (!form.success) {
      omitted.push({ id: `contradictions[${i}]`, reason: problemsOf(form.error) });
      return;
    }
    const { id, topic, claims, supports, primary, others, expect, explanation } = form.data;
    const absent = [...claims, ...supports].filter((claim) => !storedIds.has(claim));
    const stray = supports.filter((claim) => !claims.includes(claim));
    if (absent.length > 0 || stray.length > 0) {
      const what =
        absent.length > 0
          ? `not verified claims of the file: ${absent.join(', ')}`
          : `supports what is not in it: ${stray.join(', ')}`;
      omitted.push({ id, reason: what });
      return;
    }
    const idsOf = (ofFile: readonly string[]) => ofFile.map((claim) => storedIds.get(claim) ?? claim);
    groups.push({
      _id: importedGroupIdOf(topic, idsOf(claims)),
      topic,
      claimIds: idsOf(claims),
      supportedIds: idsOf(supports),
      primary,
      others,
      explanation: explanation ?? expect,
    });
  });
  return { groups, omitted };
}
