import type { AttributionRecord } from './attribution.record';

/** A statement, with how it stands among the others that are looked at. */
export interface AttributionView extends AttributionRecord {
  readonly disputed: boolean;
  readonly retracted: boolean;
}

/** When a question is asked of: the day that it is about (null: any), and what was known by then. */
export interface AttributionMoment {
  readonly asOf: string | null;
  readonly knownAt: Date;
}

const holdsOn = ({ heldFrom, heldTo }: AttributionRecord, day: string) =>
  (!heldFrom || heldFrom <= day) && (!heldTo || day <= heldTo);

const knownBy = (statements: readonly AttributionRecord[], knownAt: Date) =>
  statements.filter(({ knownSince }) => knownSince <= knownAt);

/** A source takes back what it said: the same wallet, actor and source, not before it was said. */
function retracts(retraction: AttributionRecord, statement: AttributionRecord): boolean {
  return (
    retraction.stance === 'RETRACTS' &&
    statement.stance !== 'RETRACTS' &&
    retraction.matchKey === statement.matchKey &&
    retraction.actorId === statement.actorId &&
    retraction.source.id === statement.source.id &&
    retraction.knownSince >= statement.knownSince
  );
}

/** Whether two statements of one wallet cannot both be right: two owners, or one says yes and the other no. */
function conflict(one: AttributionRecord, other: AttributionRecord): boolean {
  if (one.stance === 'RETRACTS' || other.stance === 'RETRACTS') return false;
  if (one.stance === other.stance) return one.stance === 'ASSERTS' && one.actorId !== other.actorId;
  return one.actorId === other.actorId;
}

/**
 * The statements of ONE wallet that hold on the day and were known by then: also those that disagree, and those that
 * were taken back, each marked. The surest first, then by id. A dispute that was itself taken back disputes nothing.
 */
export function attributionsAt(
  statements: readonly AttributionRecord[],
  { asOf, knownAt }: AttributionMoment,
): AttributionView[] {
  const known = knownBy(statements, knownAt).filter(
    (statement) => asOf === null || statement.stance === 'RETRACTS' || holdsOn(statement, asOf),
  );
  const retracted = new Set(known.filter((statement) => known.some((other) => retracts(other, statement))));
  return known
    .map((statement) => ({
      ...statement,
      retracted: retracted.has(statement),
      disputed:
        !retracted.has(statement) &&
        known.some((other) => other !== statement && !retracted.has(other) && conflict(statement, other)),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a._id < b._id ? -1 : 1));
}

/**
 * The assertions, of any wallets, that stand: sure enough, known by then and not taken back. A disputed one stands
 * too, and shows that it is disputed: leaving it out would read as "not theirs".
 */
export function standingAssertions(
  statements: readonly AttributionRecord[],
  { minConfidence, knownAt }: { readonly minConfidence: number; readonly knownAt: Date },
): AttributionRecord[] {
  const known = knownBy(statements, knownAt);
  const retractions = new Map<string, AttributionRecord[]>();
  for (const statement of known.filter(({ stance }) => stance === 'RETRACTS')) {
    retractions.set(statement.matchKey, [...(retractions.get(statement.matchKey) ?? []), statement]);
  }
  return known.filter(
    (statement) =>
      statement.stance === 'ASSERTS' &&
      statement.confidence >= minConfidence &&
      !retractions.get(statement.matchKey)?.some((retraction) => retracts(retraction, statement)),
  );
}
