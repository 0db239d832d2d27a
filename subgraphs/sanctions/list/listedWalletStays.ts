import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { stays } from './history.rules';
import { listSource } from './listDesignation.rules';
import { listedEntries, type OneList } from './listedActor';

/** A time over which a list named a wallet as an actor's, without a gap between its versions. */
export interface ListedWalletStay {
  readonly list: string;
  readonly actorId: string;
  readonly walletId: string;
  readonly matchKey: string;
  /** The version that it is in first, and its day, YYYY-MM-DD. */
  readonly from: { readonly day: string; readonly source: SourceFacts };
  /** The first version without it; null while it is listed. */
  readonly gone: { readonly day: string; readonly source: SourceFacts } | null;
}

/** Every wallet of every entry of the lists, over all their versions: also those that were taken off. */
export function listedWalletStays(lists: readonly OneList[]): ListedWalletStay[] {
  return lists.flatMap((of) => listedEntries(of).flatMap(({ runs }) => staysOf(of, runs)));
}

function staysOf(of: OneList, runs: ReturnType<typeof listedEntries>[number]['runs']): ListedWalletStay[] {
  const wallets = new Map(
    runs.flatMap((run) => of.entryOf(run).wallets.map((wallet) => [wallet.walletId, wallet])),
  );
  return [...wallets.values()].flatMap(({ walletId, matchKey }) => {
    const naming = runs.filter((run) =>
      of.entryOf(run).wallets.some((wallet) => wallet.walletId === walletId),
    );
    return stays(naming).flatMap((stay) => {
      const [first, last] = [stay[0], stay.at(-1)];
      if (!first || !last) return [];
      const seen = versionAt(of, first.first);
      if (!seen) throw new Error(`${of.list} has no version ${first.first}, which an entry is in`);
      const { actorId } = of.entryOf(last);
      return [{ list: of.list, actorId, walletId, matchKey, from: seen, gone: versionAt(of, last.last + 1) }];
    });
  });
}

function versionAt({ versions }: OneList, place: number) {
  const version = versions[place];
  return version === undefined ? null : { day: version.version, source: listSource(version) };
}
