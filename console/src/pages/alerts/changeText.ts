import type { AlertsQuery, FindingPartsFragment } from '../../graph/generated/graphql';
import { amountText } from '../../parts/amountText';
import { wordsOf } from '../../parts/words';
import { alertTexts } from '../../texts/alerts';
import { partTexts } from '../../texts/parts';

export type AlertRow = NonNullable<AlertsQuery['alerts']>['nodes'][number];
export type Change = AlertRow['changes'][number];

/** Returns the facts of a finding in words, by their names and always in one order. */
function factsOf(finding: FindingPartsFragment): ReadonlyMap<string, string> {
  const { stance, confidence, disputed, direct, indirect, asset } = finding;
  const { facts } = alertTexts;
  const amount = (of: string | null) =>
    of === null ? null : amountText(of, asset ?? { symbol: '' }, partTexts.unknownAsset).trim();
  const given: readonly (readonly [string, string | null])[] = [
    [facts.stance, stance ? wordsOf(stance).toLowerCase() : null],
    [facts.confidence, confidence === null ? null : String(confidence)],
    [facts.disputed, disputed === null ? null : disputed ? partTexts.yes : partTexts.no],
    [facts.direct, amount(direct)],
    [facts.indirect, amount(indirect)],
  ];
  return new Map(given.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])));
}

/** Returns what a change is about, in words: its kind, and whom or what it names. */
export function changeTitle({ change, kind, before, after }: Change): string {
  const about = after ?? before;
  const named = [about?.actor?.name ?? about?.label, about?.designationId, about?.account?.id];
  const whom = [...new Set(named.filter(Boolean))].join(', ');
  return `${wordsOf(change)}: ${alertTexts.findings[kind]}${whom ? ` ${whom}` : ''}`;
}

/** Returns the facts of a change, in words: those that differ where both are known, as `confidence 60 → 50`, else all. */
export function changeFacts({ before, after }: Change): readonly string[] {
  const then = before ? factsOf(before) : new Map<string, string>();
  const now = after ? factsOf(after) : new Map<string, string>();
  const names = [...new Set([...then.keys(), ...now.keys()])];
  if (!before || !after) return names.map((name) => `${name} ${now.get(name) ?? then.get(name) ?? ''}`);
  return names
    .filter((name) => then.get(name) !== now.get(name))
    .map((name) => `${name} ${then.get(name) ?? '–'} → ${now.get(name) ?? '–'}`);
}
