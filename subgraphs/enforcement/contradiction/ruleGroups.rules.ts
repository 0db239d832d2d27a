import { createHash } from 'node:crypto';
import { impossibleSums, amountText } from './arithmetic.rules';
import { type ComparedClaim, conflictOf } from './contradiction.rules';
import { type ContradictionRule, contradictionRules } from '../vocabulary/contradictionRules';

/** A finding of a rule among claims, in words. */
export interface RuleFinding {
  readonly rule: ContradictionRule;
  readonly explanation: string;
  /** Sorted. */
  readonly claimIds: readonly string[];
}

/** Claims that cannot all hold by rule: each is at odds with another of them. */
export interface RuleGroup {
  /** From its claims: the same claims are the same group. */
  readonly id: string;
  readonly topic: string;
  /** Sorted. */
  readonly claimIds: readonly string[];
  readonly findings: readonly RuleFinding[];
}

interface Conflict {
  readonly rule: ContradictionRule;
  readonly claims: readonly [ComparedClaim, ComparedClaim];
}

/**
 * Returns the groups that the rules find. Contradicting claims, pair by pair, are joined into one group.
 * Impossible sums are groups of their own, unless their claims are all in another. A claim without
 * contradiction is in none. Sorted by id.
 */
export function ruleGroups(given: readonly ComparedClaim[]): RuleGroup[] {
  const claims = [...given].sort((a, b) => (a._id < b._id ? -1 : 1));
  const pairs = [...byTopic(claims).values()].flatMap(conflictsAmong);
  const groups = components(pairs).map((conflicts) =>
    groupOf(conflicts[0]?.claims[0], findingsOf(conflicts)),
  );
  const sums = impossibleSums(claims).map(({ claims: summed, explanation }) =>
    groupOf(summed[0], [{ rule: 'ARITHMETIC', explanation, claimIds: idsOf(summed) }]),
  );
  return mergeInto(groups, sums).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Puts each group whose claims are all in one of the wider ones into that as findings, and keeps the others. */
export function mergeInto<Wide extends Pick<RuleGroup, 'claimIds' | 'findings'>>(
  wider: readonly Wide[],
  groups: readonly RuleGroup[],
): (Wide | RuleGroup)[] {
  const merged: (Wide | RuleGroup)[] = [...wider];
  for (const group of groups) {
    const at = merged
      .map(({ claimIds }, i) => (group.claimIds.every((id) => claimIds.includes(id)) ? i : -1))
      .filter((i) => i >= 0);
    // Every group that has them all shows it: two editors' topics may be of the same claims.
    for (const i of at) {
      const wide = merged[i];
      if (wide) merged[i] = { ...wide, findings: [...wide.findings, ...group.findings] };
    }
    if (at.length === 0) merged.push(group);
  }
  return merged;
}

function byTopic(claims: readonly ComparedClaim[]): Map<string, ComparedClaim[]> {
  const topics = new Map<string, ComparedClaim[]>();
  for (const claim of claims) {
    const others = topics.get(claim.topicKey);
    if (others) others.push(claim);
    else topics.set(claim.topicKey, [claim]);
  }
  return topics;
}

function conflictsAmong(claims: readonly ComparedClaim[]): Conflict[] {
  return claims.flatMap((claim, i) =>
    claims.slice(i + 1).flatMap((other): Conflict[] => {
      const rule = conflictOf(claim, other);
      return rule ? [{ rule, claims: [claim, other] }] : [];
    }),
  );
}

/** Returns the conflicts that are connected by their claims (union-find). */
function components(conflicts: readonly Conflict[]): Conflict[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const { claims } of conflicts) {
    const [a, b] = [rootOf(claims[0]._id), rootOf(claims[1]._id)];
    if (a !== b) parents.set(b, a);
  }
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const root = rootOf(conflict.claims[0]._id);
    const group = groups.get(root);
    if (group) group.push(conflict);
    else groups.set(root, [conflict]);
  }
  return [...groups.values()];
}

function findingsOf(conflicts: readonly Conflict[]): RuleFinding[] {
  return contradictionRules.flatMap((rule) => {
    const ofRule = conflicts.filter((conflict) => conflict.rule === rule);
    if (ofRule.length === 0) return [];
    const claims = [
      ...new Map(ofRule.flatMap((one) => one.claims).map((claim) => [claim._id, claim])).values(),
    ];
    claims.sort((a, b) => (a._id < b._id ? -1 : 1));
    return [{ rule, explanation: inWords(rule, claims), claimIds: idsOf(claims) }];
  });
}

function inWords(rule: ContradictionRule, claims: readonly ComparedClaim[]): string {
  const each = (of: (claim: ComparedClaim) => string) => [...new Set(claims.map(of))].join(', ');
  switch (rule) {
    case 'VALUES':
      return `the values do not meet: ${each(amountText)}`;
    case 'PERIODS':
      return `the times have no day in common: ${each(({ time }) => time?.text ?? '')}`;
    case 'MODALITY':
      return `one claim denies another: ${each(({ modality }) => modality.toLowerCase())}`;
    case 'ARITHMETIC':
      return 'the sum cannot be right';
  }
}

function groupOf(first: ComparedClaim | undefined, findings: readonly RuleFinding[]): RuleGroup {
  const claimIds = [...new Set(findings.flatMap((finding) => finding.claimIds))].sort();
  return {
    id: `rule:${createHash('sha256').update(claimIds.join('\n')).digest('hex').slice(0, 24)}`,
    topic: first ? `${first.subject}: ${first.predicate}` : '',
    claimIds,
    findings,
  };
}

const idsOf = (claims: readonly ComparedClaim[]) => claims.map(({ _id }) => _id).sort();
