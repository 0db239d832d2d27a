import { foldWords } from '../claim/topicKey.rules';
import type { ContradictionRecord } from './contradiction.record';
import type { RuleFinding, RuleGroup } from './ruleGroups.rules';

/** Claims that cannot all hold, as an answer shows them. */
export interface ContradictionGroup {
  readonly id: string;
  readonly topic: string;
  readonly why: 'EDITOR' | 'RULE';
  readonly claimIds: readonly string[];
  /** The claims that a primary source supports. */
  readonly supportedIds: readonly string[];
  readonly primary: string | null;
  readonly others: string | null;
  readonly explanation: string | null;
  readonly findings: readonly RuleFinding[];
}

/**
 * Editors' groups as answers show them. `resolve` leads from the id of a claim to that of the claim which stands for it.
 * Two of the same claims on the same topic (a case's and an imported file's) are one: what the first leaves open the
 * second fills.
 */
export function editorGroups(
  records: readonly ContradictionRecord[],
  resolve: (claimId: string) => string,
): ContradictionGroup[] {
  const groups = new Map<string, ContradictionGroup>();
  for (const record of records) {
    const claimIds = [...new Set(record.claimIds.map(resolve))];
    const key = [foldWords(record.topic), ...[...claimIds].sort()].join('\n');
    const before = groups.get(key);
    groups.set(key, {
      id: before?.id ?? record._id,
      topic: before?.topic ?? record.topic,
      why: 'EDITOR',
      claimIds: before?.claimIds ?? claimIds,
      supportedIds: before?.supportedIds.length ? before.supportedIds : record.supportedIds.map(resolve),
      primary: before?.primary ?? record.primary ?? null,
      others: before?.others ?? record.others ?? null,
      explanation: before?.explanation ?? record.explanation ?? null,
      findings: [],
    });
  }
  return [...groups.values()];
}

/** The facts that tell a primary source's own claim. */
export interface Statement {
  readonly _id: string;
  readonly statement: string;
  readonly primary: boolean;
  readonly source: { readonly title: string };
}

/**
 * Returns a rule's group as answers show it. `primary` is the statement of the primary sources among the
 * claims, unless they are themselves all the contradicting ones.
 */
export function groupByRule({ id, topic, claimIds, findings }: RuleGroup, claims: readonly Statement[]) {
  const primaries = claims.filter(({ _id, primary }) => primary && claimIds.includes(_id));
  const supports = primaries.length < claimIds.length ? primaries : [];
  return {
    id,
    topic,
    why: 'RULE',
    claimIds,
    supportedIds: supports.map(({ _id }) => _id),
    primary: supports.map(({ source, statement }) => `${source.title}: ${statement}`).join(' ') || null,
    others: null,
    explanation: null,
    findings,
  } satisfies ContradictionGroup;
}
