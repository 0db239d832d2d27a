import { LRUCache } from 'lru-cache';
import { groupByKeys } from '../../../shared/batch/groupByKeys';

/** Reads rows by their keys. */
type ReadRows<Row> = (keys: readonly string[]) => Promise<readonly Row[]>;

export interface KeptRowsOptions {
  /** Names the state of the ledger that the views reflect: another text for any other. */
  readonly state: () => string;
  /** How long a row is kept, in milliseconds: what a rebuild has mended without a new event shows by then. */
  readonly maxAgeMs?: number;
  /** How many keys are kept at most. */
  readonly maxKeys?: number;
}

/**
 * Rows of one view that were read a moment ago, for requests that read them again before an event is added to the ledger.
 * Views are made of the ledger alone, so at one state of it a row is what it was.
 */
export class KeptRows<Row extends object> {
  readonly #rows: LRUCache<string, readonly Row[]>;
  readonly #state: () => string;
  #keptAt = '';

  constructor({ state, maxAgeMs = 1_000, maxKeys = 10_000 }: KeptRowsOptions) {
    this.#state = state;
    this.#rows = new LRUCache({ max: maxKeys, ttl: maxAgeMs });
  }

  /** Reads the rows of these keys that are not kept. `scope` is whose rows `read` sees, such as a tenant's. */
  async read(
    keys: readonly string[],
    {
      scope,
      read,
      keyOf,
    }: { readonly scope: string | null; readonly read: ReadRows<Row>; keyOf(row: Row): string },
  ): Promise<Row[]> {
    const state = this.#current();
    const place = (key: string) => JSON.stringify([scope, key]);
    const kept = new Map(keys.map((key) => [key, this.#rows.get(place(key))]));
    const missing = keys.filter((key) => kept.get(key) === undefined);
    if (missing.length > 0) {
      const found = groupByKeys(await read(missing), (row) => [keyOf(row)]);
      const isSame = state === this.#current();
      for (const key of missing) {
        const rows = (found.get(key) ?? []).map((row) => Object.freeze(row));
        kept.set(key, rows);
        if (isSame) this.#rows.set(place(key), rows);
      }
    }
    return keys.flatMap((key) => kept.get(key) ?? []);
  }

  #current(): string {
    const state = this.#state();
    if (state !== this.#keptAt) this.#rows.clear();
    this.#keptAt = state;
    return state;
  }
}
