import { type Ledger, LedgerDamaged } from '@cordon/ledger';
import type { Projection } from './projection';
import type { ProjectionCursorRecord } from './projectionCursor.record';
import type { ProjectionRowsStore } from './projectionRows.store';

interface Sources {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly rows: Pick<ProjectionRowsStore, 'cursors' | 'latestSequence'>;
  readonly views: readonly Projection[];
}

/** The last event that a process has projected, with its hash where it knows it. */
interface Reflected {
  readonly reflected: number;
  readonly hash: string | undefined;
}

export const notFollowing = (sequence: number) =>
  new LedgerDamaged(sequence, `event ${sequence} does not follow the event that the views reflect before it`);

const lostTail = (end: number, reflected: number, what: string) =>
  new LedgerDamaged(end + 1, `it ends at event ${end}, and ${what} event ${reflected}: its tail was removed`);

/**
 * Returns the sequence of the head. The head has to be the last event that this process has projected, or to
 * come after it.
 * @throws LedgerDamaged
 */
export async function soundEnd(ledger: Sources['ledger'], progress: Reflected): Promise<number> {
  // Read before the head: events projected meanwhile may be beyond it.
  const { reflected, hash } = progress;
  const head = await ledger.head();
  if (head.sequence < reflected) throw lostTail(head.sequence, reflected, 'the views reflect');
  if (head.sequence === reflected && hash !== undefined && head.hash !== hash) throw notFollowing(reflected);
  return head.sequence;
}

/**
 * The cursors of the views, each at an event that is in the ledger as it was.
 * @throws LedgerDamaged where one is beyond the end, or at another event than the one it was moved to
 */
export async function soundCursors({
  ledger,
  rows,
  views,
}: Sources): Promise<Map<string, ProjectionCursorRecord>> {
  const cursors = await rows.cursors();
  const own = views.flatMap(({ name }) => cursors.get(name) ?? []);
  const last = Math.max(0, ...own.map(({ sequence }) => sequence));
  // Read after the cursors: others go on meanwhile.
  const end = (await ledger.head()).sequence;
  if (last > end) throw lostTail(end, last, 'the cursor of a view is at');
  const hashes = new Map(own.flatMap(({ sequence, hash }) => (hash ? [[sequence, hash] as const] : [])));
  for (const [sequence, hash] of hashes) {
    for await (const event of ledger.read({ after: sequence - 1, upTo: sequence }))
      if (event.hash !== hash) throw notFollowing(sequence + 1);
  }
  return cursors;
}

/**
 * Rejects rows that reflect an event beyond the ledger's end: a new event in its place would never be
 * projected into them.
 * @throws LedgerDamaged
 */
export async function rejectRowsBeyond({ ledger, rows, views }: Sources): Promise<void> {
  const last = await rows.latestSequence(views);
  const end = (await ledger.head()).sequence;
  if (last > end) throw lostTail(end, last, 'a row of a view reflects');
}

/**
 * Rejects a ledger that has lost events that its views reflect. Reads only.
 * @throws LedgerDamaged
 */
export async function rejectLostTail(sources: Sources): Promise<void> {
  await rejectRowsBeyond(sources);
  await soundCursors(sources);
}
