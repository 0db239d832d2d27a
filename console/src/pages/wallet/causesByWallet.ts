interface Cut<Cause> {
  readonly wallet: { readonly id: string };
  readonly cause: Cause;
}

/** Returns every cause for which searches stopped at a wallet: several methods may stop at one wallet, each for its own. */
export function causesByWallet<Cause>(cuts: readonly Cut<Cause>[]): ReadonlyMap<string, ReadonlySet<Cause>> {
  const causes = new Map<string, Set<Cause>>();
  for (const { wallet, cause } of cuts)
    causes.set(wallet.id, (causes.get(wallet.id) ?? new Set<Cause>()).add(cause));
  return causes;
}
