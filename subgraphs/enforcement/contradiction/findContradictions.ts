import type DataLoader from 'dataloader';
import { aboutOf } from '../claim/subjects.rules';
import type { ClaimRecord } from '../claim/claim.record';
import type { ClaimView } from '../claim/claim.rules';
import type { ClaimStore } from '../claim/claim.store';
import type { ContradictionStore } from './contradiction.store';
import { type ContradictionGroup, editorGroups, groupByRule } from './editorGroups.rules';
import { mergeInto, ruleGroups } from './ruleGroups.rules';

export interface Reading {
  readonly stores: { readonly claims: ClaimStore; readonly contradictions: ContradictionStore };
  readonly claimView: ClaimView;
  readonly claimById: DataLoader<string, ClaimRecord | null>;
}

/**
 * Finds the groups of claims that cannot all hold, among the claims that the caller may see. Editors' groups
 * come first, then those that only the rules find, each sorted by id. With `about`, those with a claim about
 * it. A rule's finding among the claims of an editor's group is shown in that group. An editor's group is
 * omitted where one of its claims may not be seen, as its words speak of them all.
 */
export async function findContradictions(
  reading: Reading,
  about: string | null,
): Promise<ContradictionGroup[]> {
  const [editors, claims] = await Promise.all([editorsOf(reading), comparable(reading, about)]);
  const groups = mergeInto(editors, ruleGroups(claims));
  const shown = groups.map((group) => ('why' in group ? group : groupByRule(group, claims)));
  if (about === null) return shown;
  const isAbout = await Promise.all(
    shown.map(async ({ claimIds }) => {
      const of = await Promise.all(claimIds.map((id) => reading.claimById.load(id)));
      return of.some((claim) => claim !== null && aboutOf(claim).includes(about));
    }),
  );
  return shown.filter((_, i) => isAbout[i]);
}

async function editorsOf({ stores, claimView, claimById }: Reading): Promise<ContradictionGroup[]> {
  const records = await stores.contradictions.all();
  const ids = [...new Set(records.flatMap(({ claimIds, supportedIds }) => [...claimIds, ...supportedIds]))];
  const claims = await Promise.all(ids.map((id) => claimById.load(id)));
  const stands = new Map(ids.map((id, i) => [id, claims[i]?._id]));
  const seesAll = claimView.texts === 'ALL' && (await claimView.notAbout()).length === 0;
  const seen = records.filter(({ claimIds }) => seesAll || claimIds.every((id) => stands.get(id)));
  return editorGroups(seen, (id) => stands.get(id) ?? id);
}

/** The claims that a rule may set against each other: all, or those on a topic of a claim about something. */
async function comparable({ stores, claimView, claimById }: Reading, about: string | null) {
  const topics = about === null ? null : await stores.claims.topicsAbout(claimView, about);
  const claims = await stores.claims.comparable(claimView, topics);
  const found = new Map(claims.map((claim) => [claim._id, claim]));
  const resolved = await Promise.all(claims.map((claim) => withLinks(claim, claimById)));
  for (const { claim, linked } of resolved) {
    found.set(claim._id, claim);
    for (const other of linked) if (!found.has(other._id)) found.set(other._id, other);
  }
  return [...found.values()];
}

/** Returns the claim with the ids of the claims that replace those related to its value, and these. */
async function withLinks(claim: ClaimRecord, claimById: Reading['claimById']) {
  if (!claim.valueLink) return { claim, linked: [] };
  const given = claim.valueLink.claimIds;
  const others = await Promise.all(given.map((id) => claimById.load(id)));
  const claimIds = given.map((id, i) => others[i]?._id ?? id);
  return {
    claim: { ...claim, valueLink: { ...claim.valueLink, claimIds } },
    linked: others.filter((other) => other !== null),
  };
}

/** Returns how all groups among some claims are found: at most once. */
export function groupsOnce(reading: Reading): () => Promise<readonly ContradictionGroup[]> {
  let found: Promise<readonly ContradictionGroup[]> | undefined;
  return () => (found ??= findContradictions(reading, null));
}
