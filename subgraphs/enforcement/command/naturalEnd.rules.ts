import { carries, type Grounds, type MeasureTerms } from '../measure/basis.rules';

type Process = Grounds['processes'][number];

/**
 * Returns the natural end of a freeze: the expiry of the last process that carries it at an instant. It is
 * that instant itself where none does, and null where one has no end.
 */
export function naturalEnd(
  measure: Pick<MeasureTerms, 'kind' | 'accountId' | 'assets'>,
  processes: readonly Process[],
  at: Date,
): Date | null {
  const carrying = processes.filter((process) => carries(process, measure, at));
  if (carrying.length === 0) return at;
  return carrying.reduce<Date | null>(
    (latest, { expiry }) => (latest && expiry ? (expiry > latest ? expiry : latest) : null),
    new Date(0),
  );
}

/** The earlier of two ends; null is none. */
export function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
