import { badUserInput } from '../../../shared/errors/cordonError';

/** The place of a transfer among those of its wallet: by time, then by seq. */
export interface TransferPlace {
  readonly at: Date;
  readonly seq: number;
}

export const placeKey = ({ at, seq }: TransferPlace): string => `${at.getTime()} ${seq}`;

/** The place of a cursor's key. Throws BAD_USER_INPUT for one that no page of transfers gave. */
export function readPlace(key: string): TransferPlace {
  const [, time, seq] = /^(-?\d{1,15}) (\d{1,15})$/.exec(key) ?? [];
  if (time === undefined || seq === undefined) {
    throw badUserInput('after is not a cursor of an earlier page of transfers', { argument: 'after' });
  }
  return { at: new Date(Number(time)), seq: Number(seq) };
}

/** The newest `limit` of several lists, each place once: what is at both ends of its wallet stands where it came first. */
export function newestOf<Row extends TransferPlace>(
  lists: readonly (readonly Row[])[],
  limit: number,
): Row[] {
  const bySeq = new Map<number, Row>();
  for (const row of lists.flat()) if (!bySeq.has(row.seq)) bySeq.set(row.seq, row);
  return [...bySeq.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq).slice(0, limit);
}
