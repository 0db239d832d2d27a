import type { Page } from '../../../shared/pagination/page';
import type { TransferView } from './transfer.view';
import { isSieve, isWanted, maxRowsRead, type TransferFilter } from './transferFilter.rules';
import { placeKey, type TransferPlace } from './transferPage.rules';

/** A row of a page, with its place among the others. */
export interface PlacedTransfer extends TransferPlace {
  readonly view: TransferView;
}

/** The newest transfers of a wallet before a place (null: all), so many at most: all that is there where there are fewer. */
export type ReadNewest = (before: TransferPlace | null, limit: number) => Promise<readonly PlacedTransfer[]>;

/** The rows read at once where each is tested. */
const rowsAtOnce = 1_000;

/**
 * Returns the page of a wallet's transfers that match a filter, the newest first. Facts outside the index are
 * tested row by row, up to a bound. The page then gives its position, and the next goes on from there.
 */
export async function filteredPage(
  filter: TransferFilter,
  { first, after }: { readonly first: number; readonly after: TransferPlace | null },
  readNewest: ReadNewest,
): Promise<Page<PlacedTransfer>> {
  const limit = isSieve(filter) ? Math.max(rowsAtOnce, first + 1) : first + 1;
  const found: PlacedTransfer[] = [];
  let before = earlier(after, filter.until && { at: filter.until, seq: 0 });
  for (let looked = 0; ;) {
    const rows = await readNewest(before, limit);
    const inTime = filter.from ? rows.filter(({ at }) => at >= (filter.from ?? at)) : rows;
    found.push(...inTime.filter(({ view }) => isWanted(view, filter)));
    const isWhole = rows.length < limit || inTime.length < rows.length;
    if (found.length > first || isWhole) {
      return { rows: found.slice(0, first), hasNextPage: found.length > first, totalCount: null };
    }
    before = rows.at(-1) ?? null;
    looked += rows.length;
    if (looked >= maxRowsRead && before) {
      return { rows: found, hasNextPage: true, totalCount: null, readTo: placeKey(before) };
    }
  }
}

/** Of two places, the one that fewer transfers come after. */
function earlier(one: TransferPlace | null, other: TransferPlace | null): TransferPlace | null {
  if (!one || !other) return one ?? other;
  return one.at.getTime() - other.at.getTime() < 0 || (+one.at === +other.at && one.seq < other.seq)
    ? one
    : other;
}
