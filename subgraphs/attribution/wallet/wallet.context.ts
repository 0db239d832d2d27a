/** Reads the rows of all keys before they are asked for one by one. */
interface Filled {
  fill(keys: Iterable<string>): Promise<void>;
}

/** The loaders for the fields of a wallet, by its match key. */
export interface HasWalletFacts {
  readonly attributionsByMatchKey: Filled;
  readonly depositsByMatchKey: Filled;
}
