import { isDeepStrictEqual } from 'node:util';
import { chunksOf } from '../../../../shared/batch/chunks';
import { inChainOrder, isOutOfTime, replay, type Replay } from '../../control/control.rules';
import { type ControlEventStore, controlEventStore } from '../../control/controlEvent.store';
import { controlEventId } from '../../control/controlEvent.projection';
import { type EventPayload, eventOf } from '../../ledger/events';
import type { ControlEventFact } from '../../control/controlEvent.facts';
import type { EnforcementDatabase } from '../../connectEnforcement';
import { controlDraft, stepOf, venueDraft } from './controlDraft';
import { issuer, readControlRow } from './controlRow';
import { readControlFile } from './readControlFile';

export interface QuarantinedLine {
  readonly line: number;
  readonly problem: string;
}

/** `read` = stored + duplicates + ignored + quarantined. The replay's findings are of the whole file. */
export interface FreezesReport extends Replay {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: readonly QuarantinedLine[];
}

interface ReadEvent {
  readonly line: number;
  readonly fact: ControlEventFact;
}

/** Events decided and appended at once: a write of some hundred kilobytes, and a step of the progress. */
const eventsAStep = 250;

type Target = Pick<EnforcementDatabase, 'records' | 'ledger' | 'rows' | 'catchUp'>;

/**
 * Records the control events of a file in the order of their chain, each as one event under a key of its own.
 * An import that was cut off can be repeated, and a second run records nothing. Events may become known in
 * any order of files: the measures follow the chain's order over all that is known.
 * @throws ControlFileError where the file as a whole is invalid: then nothing is written
 */
export async function importFreezes(
  target: Target,
  file: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<FreezesReport> {
  const { events, ...counted } = await readEvents(file);
  const sorted = [...events].sort((a, b) => inChainOrder(a.fact, b.fact));
  const different = new Set<ReadEvent>();
  const outOfTime = new Set<ReadEvent>();
  let stored = 0;
  let done = 0;
  for (const chunk of chunksOf(sorted, eventsAStep)) {
    onProgress(done, sorted.length);
    const step = await storeStep(target, chunk);
    done += chunk.length;
    stored += step.stored;
    for (const one of step.different) different.add(one);
    for (const one of step.outOfTime) outOfTime.add(one);
  }
  await target.catchUp.settle();
  onProgress(sorted.length, sorted.length);
  const taken = sorted.filter((one) => !different.has(one) && !outOfTime.has(one)).map(({ fact }) => fact);
  const contradicting = [
    ...[...different].map(({ line }) => ({ line, problem: contradicts('the ledger') })),
    ...[...outOfTime].map(({ line }) => ({ line, problem: timesContradict })),
  ];
  return {
    ...counted,
    quarantined: [...counted.quarantined, ...contradicting].sort((a, b) => a.line - b.line),
    stored,
    duplicates: counted.duplicates + taken.length - stored,
    ...replay(taken),
  };
}

const contradicts = (what: string) => `${what} says something else of the same log entry`;

const timesContradict =
  'its timestamp and its block contradict those of another event of the address: a freeze would end before it began';

/**
 * Stores those of a few events that are new, in the order of their chain. The changes of an event are decided
 * at the head of the ledger. They are decided anew where another import was first: it may have brought an
 * earlier event of the same address.
 */
async function storeStep(
  { records, ledger, rows, catchUp }: Target,
  step: readonly ReadEvent[],
): Promise<{ stored: number; different: ReadEvent[]; outOfTime: ReadEvent[] }> {
  const accountIds = [...new Set(step.map(({ fact }) => fact.accountId))];
  const inLedger = new Map<string, ControlEventFact>();
  let outOfTime: ReadEvent[] = [];
  const results = await ledger.commitAll({
    async decide() {
      await catchUp();
      const known = await knownOf(controlEventStore(records.controlEvents), accountIds);
      for (const fact of [...known.values()].flat()) inLedger.set(controlEventId(fact), fact);
      const unknown = step.filter(({ fact }) => !inLedger.has(controlEventId(fact)));
      const { fresh, late } = inTime(unknown, known);
      outOfTime = late;
      const accounts = await rows.load('accounts', accountIds);
      const drafts = decide(fresh, known, new Set(accounts.keys()));
      const venue = (await rows.load('venues', [issuer.id])).size > 0 ? [] : fresh.slice(0, 1);
      return [...venue.map(({ fact }) => venueDraft(fact.at)), ...drafts].map(eventOf);
    },
  });
  const controls = results.flatMap(({ event, appended }) => {
    const { control } = event.payload as EventPayload;
    return control ? [{ control, appended }] : [];
  });
  for (const { control } of controls) inLedger.set(controlEventId(control), control);
  return {
    stored: controls.filter(({ appended }) => appended).length,
    different: step.filter(
      (one) =>
        !outOfTime.includes(one) && !isDeepStrictEqual(inLedger.get(controlEventId(one.fact)), one.fact),
    ),
    outOfTime,
  };
}

async function readEvents(file: string) {
  const seen = new Map<string, ControlEventFact>();
  const events: ReadEvent[] = [];
  const quarantined: QuarantinedLine[] = [];
  const counts = { read: 0, ignored: 0, duplicates: 0 };
  for await (const read of readControlFile(file)) {
    counts.read++;
    const { line } = read;
    const row = 'row' in read ? readControlRow(read.row) : read;
    if ('ignored' in row) counts.ignored++;
    else if ('problem' in row) quarantined.push({ line, problem: row.problem });
    else {
      const id = controlEventId(row.event);
      const before = seen.get(id);
      if (!before) events.push({ line, fact: row.event });
      else if (isDeepStrictEqual(before, row.event)) counts.duplicates++;
      else quarantined.push({ line, problem: contradicts('an earlier line') });
      seen.set(id, before ?? row.event);
    }
  }
  return { ...counts, events, quarantined };
}

/** By account: the control events that the ledger has. */
async function knownOf(store: ControlEventStore, accountIds: readonly string[]) {
  const known = new Map<string, ControlEventFact[]>(accountIds.map((id) => [id, []]));
  const found = await store.byAccounts(accountIds);
  for (const { asset, accountId, act, block, logIndex, transaction, at, amount } of found) {
    known.get(accountId)?.push({
      asset,
      accountId,
      act,
      block,
      logIndex,
      transaction,
      at: at.toISOString(),
      amount: amount ?? null,
    });
  }
  return known;
}

/** Tells the events whose times fit what is known of their address, those before them in the step included. */
function inTime(step: readonly ReadEvent[], known: ReadonlyMap<string, readonly ControlEventFact[]>) {
  const knownBy = new Map(known);
  const fresh: ReadEvent[] = [];
  const late: ReadEvent[] = [];
  for (const one of step) {
    const before = knownBy.get(one.fact.accountId) ?? [];
    const all = [...before, one.fact];
    // The ledger's events may already contradict themselves: a new freeze counts all the same.
    if (isOutOfTime(all.map(stepOf)) && !isOutOfTime(before.map(stepOf))) late.push(one);
    else {
      fresh.push(one);
      knownBy.set(one.fact.accountId, all);
    }
  }
  return { fresh, late };
}

/** Each event on what is known before it, and on those of the same step that come before it. */
function decide(
  fresh: readonly ReadEvent[],
  known: ReadonlyMap<string, readonly ControlEventFact[]>,
  registered: Set<string>,
) {
  const knownBy = new Map(known);
  return fresh.map(({ fact }) => {
    const before = knownBy.get(fact.accountId) ?? [];
    const draft = controlDraft(fact, { known: before, isRegistered: registered.has(fact.accountId) });
    knownBy.set(fact.accountId, [...before, fact]);
    registered.add(fact.accountId);
    return draft;
  });
}
