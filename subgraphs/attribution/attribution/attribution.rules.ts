import type { AttributionRecord } from './attribution.record';

/** A statement, with its status among the others that are compared. */
export interface AttributionView extends AttributionRecord {
  readonly disputed: boolean;
  readonly retracted: boolean;
}

/** The moment of a request: the day that it is about (null: any), and the time of knowledge. */
export interface AttributionMoment {
  readonly asOf: string | null;
  readonly knownAt: Date;
}

const holdsOn = ({ heldFrom, heldTo }: AttributionRecord, day: string) =>
  (!heldFrom || heldFrom <= day) && (!heldTo || day <= heldTo);

const knownBy = <Statement extends AttributionRecord>(statements: readonly Statement[], knownAt: Date) =>
  statements.filter(({ knownSince }) => knownSince <= knownAt);

/** Returns the origin of a statement, whatever the edition. Only the origin may retract it. */
const originOf = ({ origin, source }: AttributionRecord) => origin ?? source.id;

/** A label without what differs between spellings of one name. */
export const foldedLabel = (label: string) => label.normalize('NFKC').trim().toLowerCase();

/** Returns the owner that a statement names: the actor, else the label. */
const ownerOf = ({ actorId, label }: AttributionRecord) =>
  actorId ? `actor ${actorId}` : label ? `label ${foldedLabel(label)}` : '';

/** Returns the scope of a retraction: one statement, or all of a wallet, owner and origin. */
const retractionScope = (statement: AttributionRecord) =>
  `${statement.matchKey}\n${ownerOf(statement)}\n${originOf(statement)}`;

/** Returns the time of each last retraction: by the statement's id, or by its scope. */
function retractionTimes(statements: readonly AttributionRecord[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const statement of statements) {
    if (statement.stance !== 'RETRACTS') continue;
    const of = statement.retracts ? `id ${statement.retracts}` : retractionScope(statement);
    times.set(of, Math.max(times.get(of) ?? -Infinity, statement.knownSince.getTime()));
  }
  return times;
}

/**
 * Tells if a statement was retracted: by its own source, of the same wallet, owner and origin, and not before
 * the statement.
 */
function isRetracted(statement: AttributionRecord, times: ReadonlyMap<string, number>): boolean {
  if (statement.stance === 'RETRACTS' || times.size === 0) return false;
  const knownFrom = statement.knownSince.getTime();
  return [times.get(`id ${statement._id}`), times.get(retractionScope(statement))].some(
    (taken) => taken !== undefined && taken >= knownFrom,
  );
}

/** The statements in force about one wallet: the owners that they name, and the owners that they deny. */
interface StatementsInForce {
  readonly actors: Set<string>;
  /** The labels of all that names an owner by them, and of those that name no actor. */
  readonly labels: Set<string>;
  readonly labelsAlone: Set<string>;
  readonly asserted: Set<string>;
  readonly denied: Set<string>;
}

function groupInForce(statements: readonly AttributionRecord[]): StatementsInForce {
  const inForce: StatementsInForce = {
    actors: new Set(),
    labels: new Set(),
    labelsAlone: new Set(),
    asserted: new Set(),
    denied: new Set(),
  };
  for (const statement of statements) {
    const { stance, actorId, label } = statement;
    if (stance === 'DISPUTES') inForce.denied.add(ownerOf(statement));
    if (stance !== 'ASSERTS') continue;
    inForce.asserted.add(ownerOf(statement));
    if (actorId) inForce.actors.add(actorId);
    if (!label) continue;
    inForce.labels.add(foldedLabel(label));
    if (!actorId) inForce.labelsAlone.add(foldedLabel(label));
  }
  return inForce;
}

const containsOther = (set: ReadonlySet<string>, own: string) => set.size > (set.has(own) ? 1 : 0);

/**
 * Tells if another statement of the wallet contradicts this one: one asserts and the other denies, or they
 * name two owners. Owners are compared by their actors. Where one of the two names no actor, they are
 * compared by their labels. A statement without a label and one without an actor cannot be compared, and are
 * not in conflict.
 */
function isDisputed(statement: AttributionRecord, inForce: StatementsInForce): boolean {
  const { stance, actorId, label } = statement;
  if (stance === 'RETRACTS') return false;
  const owner = ownerOf(statement);
  if (stance === 'DISPUTES') return inForce.asserted.has(owner);
  if (inForce.denied.has(owner)) return true;
  if (actorId)
    return (
      containsOther(inForce.actors, actorId) ||
      (label !== null && label !== undefined && containsOther(inForce.labelsAlone, foldedLabel(label)))
    );
  return Boolean(label) && containsOther(inForce.labels, foldedLabel(label ?? ''));
}

/**
 * Returns the statements of ONE wallet that hold on the day and were known by then. They include those that
 * disagree and those that were retracted, each marked. The most confident come first, then by id. A dispute
 * that was itself retracted disputes nothing. Cost: one pass and a sort; a busy wallet has hundreds.
 */
export function attributionsAt(
  statements: readonly AttributionRecord[],
  { asOf, knownAt }: AttributionMoment,
): AttributionView[] {
  const known = knownBy(statements, knownAt).filter(
    (statement) => asOf === null || statement.stance === 'RETRACTS' || holdsOn(statement, asOf),
  );
  const [only] = known;
  // Most wallets have one statement, which nothing can retract or contradict.
  if (known.length <= 1) return only ? [{ ...only, retracted: false, disputed: false }] : [];
  const times = retractionTimes(known);
  const retracted = new Set(known.filter((statement) => isRetracted(statement, times)));
  const inForce = groupInForce(known.filter((statement) => !retracted.has(statement)));
  return known
    .map((statement) => ({
      ...statement,
      retracted: retracted.has(statement),
      disputed: !retracted.has(statement) && isDisputed(statement, inForce),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a._id < b._id ? -1 : 1));
}

/**
 * Returns the assertions, of any wallets, that are in force: confident enough, known by then and not
 * retracted. A disputed one is in force too, and shows that it is disputed: omitting it would read as "not
 * theirs".
 */
export function assertionsInForce<Statement extends AttributionRecord>(
  statements: readonly Statement[],
  { minConfidence, knownAt }: { readonly minConfidence: number; readonly knownAt: Date },
): Statement[] {
  const known = knownBy(statements, knownAt);
  const times = retractionTimes(known);
  return known.filter(
    (statement) =>
      statement.stance === 'ASSERTS' &&
      statement.confidence >= minConfidence &&
      !isRetracted(statement, times),
  );
}
