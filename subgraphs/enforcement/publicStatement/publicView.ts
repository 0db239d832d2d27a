import type { ClaimView } from '../claim/claim.rules';
import type { AccountStore } from '../account/account.store';
import type { ClaimStore } from '../claim/claim.store';
import type { LegalProcessStore } from '../legalProcess/legalProcess.store';

interface PublicStores {
  readonly claims: ClaimStore;
  readonly accounts: AccountStore;
  readonly processes: LegalProcessStore;
}

/**
 * Returns the claims that the public may hear: published ones that are about no account and no process. It is
 * the same for every caller: omissions must not depend on whether the caller may see the account or the
 * process. Claims about retracted ones are omitted too: a retraction does not make them public.
 */
export function publicView({ claims, accounts, processes }: PublicStores): ClaimView {
  let left: Promise<readonly string[]> | undefined;
  const read = async () => {
    const subjects = await claims.publishedSubjects();
    const found = await Promise.all([accounts.idsEver(subjects), processes.idsEver(subjects)]);
    return found.flat();
  };
  return { texts: 'PUBLISHED', notAbout: () => (left ??= read()) };
}
