import { readFileSync, statSync } from 'node:fs';
import { claimLoader } from '../../claim/claim.loader';
import { everyClaim } from '../../claim/claim.rules';
import { findContradictions } from '../../contradiction/findContradictions';
import type { EnforcementStores } from '../../context';
import { ImportError } from '../importError';
import { checkClaims, type QuarantinedClaim } from './checkClaims';
import { claimsFileForm, problemsOf } from './claimsFile.form';
import { joinClaims, type JoinedClaim } from './joinClaims.rules';
import { joinGroups, type OmittedGroup } from './joinGroups.rules';

/**
 * The report of importing a file of claims: read = verified + quarantined, verified = stored + duplicates.
 */
export interface ClaimsReport {
  readonly read: number;
  /** The claims whose words are at their place. */
  readonly verified: number;
  /** The claims that were new, or were stored without their words. */
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /**
   * The number of groups of contradicting claims that the file's claims are in now, editors' and the rules'.
   */
  readonly groups: number;
  readonly quarantine: readonly QuarantinedClaim[];
  readonly groupsLeftOut: readonly OmittedGroup[];
}

type ClaimStores = Pick<EnforcementStores, 'claims' | 'quotations' | 'contradictions'>;

export interface ClaimsInput {
  readonly file: string;
  /** The folder of the texts that the file's sources name. */
  readonly sources: string;
}

/**
 * Imports claims with their words, each checked at its place in its source's text before any is stored.
 * Words, claims and groups have ids of their content and are stored in this order. So an import that was cut
 * off is simply repeated, and two at once store nothing twice. Throws ImportError.
 */
export async function importClaims(stores: ClaimStores, input: ClaimsInput): Promise<ClaimsReport> {
  const file = readClaimsFile(input);
  const { verified, quarantine } = checkClaims(file.claims, file.sources, input.sources);
  const there = await stores.claims.inTexts([
    ...new Set(verified.map(({ claim }) => claim.place.textSha256)),
  ]);
  const joined = joinClaims(verified, there);
  const storedIds = new Map(joined.map(({ fileId, storedId }) => [fileId, storedId]));
  const { groups, omitted } = joinGroups(file.contradictions, storedIds);

  const newWords = await stores.quotations.add(joined.map(({ quotation }) => quotation));
  const newClaims = await stores.claims.add(
    joined.filter(({ isNew }) => isNew).map((one) => withStoredLinks(one, storedIds)),
  );
  await stores.contradictions.add(groups);

  const stored = new Set(
    joined
      .filter(({ storedId, quotation }) => newClaims.has(storedId) || newWords.has(quotation._id))
      .map(({ storedId }) => storedId),
  ).size;
  return {
    read: file.claims.length,
    verified: verified.length,
    stored,
    duplicates: verified.length - stored,
    quarantined: quarantine.length,
    groups: await groupsOf(stores, new Set(storedIds.values())),
    quarantine,
    groupsLeftOut: omitted,
  };
}

function readClaimsFile({ file, sources }: ClaimsInput) {
  if (!statSync(sources, { throwIfNoEntry: false })?.isDirectory())
    throw new ImportError(`${sources} is not a folder: --sources names the one that holds the texts`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ImportError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(`${file} is not JSON: ${oneLine((error as Error).message)}`);
  }
  const form = claimsFileForm.safeParse(given);
  if (!form.success) throw new ImportError(`${file} is no file of claims: ${problemsOf(form.error)}`);
  return form.data;
}

/** Of what stands in the file: not more than a line of it, and nothing that moves a terminal's cursor. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 200);

/** Returns a claim whose value is related to others, with their stored ids. A rejected claim is no link. */
function withStoredLinks({ claim }: JoinedClaim, storedIds: ReadonlyMap<string, string>) {
  if (!claim.valueLink) return claim;
  const claimIds = claim.valueLink.claimIds.map((id) => storedIds.get(id));
  const known = claimIds.filter((id) => id !== undefined && id !== claim._id) as string[];
  const whole = known.length === claimIds.length;
  return { ...claim, valueLink: whole ? { ...claim.valueLink, claimIds: known } : null };
}

async function groupsOf({ claims, contradictions }: ClaimStores, ids: ReadonlySet<string>): Promise<number> {
  const groups = await findContradictions(
    {
      stores: { claims, contradictions },
      claimView: everyClaim,
      claimById: claimLoader(claims, everyClaim),
    },
    null,
  );
  return groups.filter(({ claimIds }) => claimIds.some((id) => ids.has(id))).length;
}
