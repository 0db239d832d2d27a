import { chunksOf } from '../../../shared/batch/chunks';
import { type Completeness, lowestCompleteness } from '../../../shared/subgraph/completeness';
import type { ActorStatement } from '../attribution/attribution.record';
import { assertionsInForce } from '../attribution/attribution.rules';
import { heldTime } from '../attribution/heldTime';
import type { DepositStore } from '../deposit/deposit.store';
import { belongingOf, countsAt, type Registration } from '../deposit/registration.rules';
import { walletsOfKey } from './runtime/matchKeys';
import type { TracingView } from './runtime/transferEngine';
import { groupBy } from '../rows/groupBy';
import type { TransferGraph } from './engine/graph/transferGraph';
import { type Arrival, comparePaths, type ReachStart } from './engine/search/reach';
import type { TransferStore } from '../transfer/transfer.store';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import { type CutsView, cutsView } from './cuts.view';
import type { Tenant } from '../vocabulary/tenant';
import { minTraceConfidence } from '../attribution/confidence';

/** An account that an actor's funds reached, and the path: no hops where the account's own wallet is the actor's. */
export interface AccountTraceFound {
  readonly accountId: string;
  readonly actorId: string;
  /** The last wallet of the path. */
  readonly walletId: string;
  /** The first wallet, where the first hop does not name only one (`TraceFacts`). */
  readonly startId: string | null;
  readonly seqs: readonly number[];
  /** The asset (CAIP-19) that arrived; null without a hop. */
  readonly assetId: string | null;
  /** True where it is only possible: accounts share the wallet, and no tag tells them apart. */
  readonly possible: boolean;
}

export interface AccountTraces {
  /** The best trace of each account, actor and asset: by account, then actor, the best first. */
  readonly byAsset: readonly AccountTraceFound[];
  /** The best trace of each account and actor, by account, then actor. */
  readonly found: readonly AccountTraceFound[];
  readonly completeness: Completeness;
  readonly cuts: CutsView;
  readonly snapshot: number;
  /** The imports that were not wholly here after all was read; null: nobody looked since. */
  readonly unfinished: readonly string[] | null;
}

export interface TraceQuestion {
  /** The statements about the linked actors' wallets. */
  readonly statements: readonly ActorStatement[];
  readonly maxHops: number;
  /** Only its accounts are answered. The view is the tenant's: only its deposit wallets end a path. */
  readonly tenant: Tenant;
  /** Only what happened and held up to then; null: all. */
  readonly asOf: Date | null;
  readonly knownAt: Date;
}

/**
 * Finds the destinations of actors' funds: the accounts that they reached, each by the best trace of each
 * actor.
 */
export async function findAccountTraces(
  question: TraceQuestion,
  view: TracingView,
  stores: TraceStores,
): Promise<AccountTraces> {
  const { deposits } = stores;
  const until = question.asOf?.getTime() ?? Infinity;
  const owned = ownedWallets(question, view.graph).filter(({ from }) => from <= until);
  const actors = [...new Set(owned.map(({ actorId }) => actorId))];
  const starts = owned.flatMap(({ actorId, walletId, from, until }): ReachStart[] => {
    const wallet = view.graph.wallets.numberOf(walletId);
    return wallet === undefined ? [] : [{ actor: actors.indexOf(actorId), wallet, from, until }];
  });
  const asked = {
    starts,
    maxHops: question.maxHops,
    perAsset: true,
    ...(question.asOf ? { until } : {}),
  };
  const { arrivals, cuts, ...first } = await view.reach(asked);
  const heldFrom = firstHeld(owned);
  const pathOf = ({ actor, wallet, start, rows }: Arrival): Path => {
    const actorId = actors[actor] ?? '';
    const walletId = view.graph.wallets.idOf(wallet);
    const arrivedAt =
      rows.length === 0 ? heldFrom(actorId, walletId) : (view.graph.columns.at[rows.at(-1) ?? 0] ?? 0);
    return { actorId, walletId, startId: view.graph.wallets.idOf(start), rows, arrivedAt, tag: null };
  };
  const best = arrivals.map(pathOf);
  // A wallet that was never seen in a transfer can be a deposit wallet all the same.
  const unmoved = owned.filter(({ walletId }) => view.graph.wallets.numberOf(walletId) === undefined);
  const still = unmoved.map(({ actorId, walletId }): Path => ({
    actorId,
    walletId,
    startId: walletId,
    rows: [],
    arrivedAt: heldFrom(actorId, walletId),
    tag: null,
  }));
  const { registered, unfinished } = await registrationsBehind(
    [...best, ...still],
    question.tenant,
    deposits,
  );
  // Transfers in the best path are not all that came to a shared address: each last transfer may have another
  // tag.
  const shared = [...new Set(best.map(({ walletId }) => walletId))].filter((walletId) =>
    registered(walletId).some(({ tag }) => tag !== null),
  );
  const tagged = await taggedPaths(shared, { asked, view, pathOf, stores });
  const unshared = best.filter(({ walletId, rows }) => rows.length === 0 || !shared.includes(walletId));
  const completeness = lowestCompleteness([first.completeness, tagged.completeness]);
  const byAsset = bestPaths([...unshared, ...tagged.paths, ...still], registered, view.graph);
  return {
    byAsset,
    found: byAsset.filter((trace, i) => !isOfSame(trace, byAsset[i - 1])),
    completeness,
    cuts: cutsView(cuts, view.graph),
    snapshot: view.graph.seq,
    unfinished: shared.length === 0 ? unfinished : null,
  };
}

export interface OwnedWallet {
  readonly actorId: string;
  readonly walletId: string;
  readonly from: number;
  readonly until: number;
}

/**
 * Returns the wallets of the actors by statements, on each chain where they were seen; with the days, where a
 * source gives them.
 */
export function ownedWallets(
  { statements, knownAt }: Pick<TraceQuestion, 'statements' | 'knownAt'>,
  graph: TransferGraph,
): OwnedWallet[] {
  return assertionsInForce(statements, { minConfidence: minTraceConfidence, knownAt }).flatMap(
    ({ actorId, walletId: statedWallet, matchKey, ...statement }) => {
      const seen = walletsOfKey(graph, matchKey).map((wallet) => graph.wallets.idOf(wallet));
      return [...new Set([statedWallet, ...seen])].map((walletId) => ({
        actorId,
        walletId,
        ...heldTime(statement),
      }));
    },
  );
}

/** From when on an actor held a wallet, by the first of the statements that say so. */
function firstHeld(owned: readonly OwnedWallet[]): (actorId: string, walletId: string) => number {
  const first = new Map<string, number>();
  for (const { actorId, walletId, from } of owned) {
    const key = `${actorId} ${walletId}`;
    first.set(key, Math.min(from, first.get(key) ?? Infinity));
  }
  return (actorId, walletId) => first.get(`${actorId} ${walletId}`) ?? -Infinity;
}

/** The stores of accounts and of the tags of transfers. */
export interface TraceStores {
  readonly deposits: DepositStore;
  readonly transfers: Pick<TransferStore, 'bySeqs'>;
}

interface TaggedSearch {
  readonly asked: Parameters<TracingView['reach']>[0];
  readonly view: TracingView;
  readonly pathOf: (arrival: Arrival) => Path;
  readonly stores: TraceStores;
}

/** The best path by each last transfer to wallets that accounts share, with its tag. */
async function taggedPaths(
  shared: readonly string[],
  { asked, view, pathOf, stores }: TaggedSearch,
): Promise<{ readonly paths: readonly Path[]; readonly completeness: Completeness }> {
  if (shared.length === 0) return { paths: [], completeness: 'COMPLETE' };
  const { columns, wallets } = view.graph;
  const eachRowInto = shared.flatMap((id) => wallets.numberOf(id) ?? []);
  const { arrivals, completeness } = await view.reach({ ...asked, eachRowInto });
  const isShared = new Set(eachRowInto);
  const into = arrivals.filter(({ wallet, rows }) => isShared.has(wallet) && rows.length > 0);
  const seqOf = ({ rows }: Arrival) => columns.seq[rows.at(-1) ?? -1] ?? 0;
  const seqs = [...new Set(into.map(seqOf))];
  const read = (await inChunks(seqs, (chunk) => stores.transfers.bySeqs(chunk))).flat();
  const tags = new Map(read.map(({ seq, tag }) => [seq, tag ?? null]));
  const paths = into.map((arrival) => ({ ...pathOf(arrival), tag: tags.get(seqOf(arrival)) ?? null }));
  return { paths, completeness };
}

interface Path {
  readonly actorId: string;
  readonly walletId: string;
  readonly startId: string;
  readonly rows: readonly number[];
  /** In milliseconds: when funds came to the wallet; of the actor's own, since when it is. */
  readonly arrivedAt: number;
  /** The tag of the last transfer, where it counts; null: none. */
  readonly tag: string | null;
}

interface PathToAccount extends Path {
  readonly accountId: string;
  readonly possible: boolean;
}

const isOfSame = (trace: AccountTraceFound, before: AccountTraceFound | undefined): boolean =>
  before !== undefined && trace.accountId === before.accountId && trace.actorId === before.actorId;

/**
 * Returns the best path for each account, actor and asset. Certain paths come before possible ones, then
 * fewest hops, then the earliest, then the smallest id of the wallet. Sorted by account, then actor, the best
 * of all assets first.
 */
function bestPaths(
  paths: readonly Path[],
  registered: Registered,
  graph: TransferGraph,
): AccountTraceFound[] {
  const best = new Map<string, PathToAccount>();
  for (const path of paths) {
    for (const { accountId, possible } of accountsOf(path, registered(path.walletId))) {
      const key = `${accountId} ${path.actorId} ${assetThatArrived(path, graph)}`;
      const known = best.get(key);
      const found = { ...path, accountId, possible };
      if (!known || compareBest(found, known) < 0) best.set(key, found);
    }
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        compareText(a.accountId, b.accountId) || compareText(a.actorId, b.actorId) || compareBest(a, b),
    )
    .map((path) => foundOf(path, graph));
}

const compareBest = (a: PathToAccount, b: PathToAccount): number =>
  Number(a.possible) - Number(b.possible) ||
  comparePaths(a.rows, b.rows) ||
  compareText(a.walletId, b.walletId);

function assetThatArrived({ rows }: Path, { columns, assets }: TransferGraph): string | null {
  const last = rows.at(-1);
  return last === undefined ? null : (assets[columns.asset[last] ?? -1] ?? null);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function foundOf(path: PathToAccount, graph: TransferGraph): AccountTraceFound {
  const { accountId, actorId, walletId, startId, rows, possible } = path;
  const { columns } = graph;
  const isFromUtxo = (columns.transaction[rows[0] ?? -1] ?? -1) >= 0;
  return {
    accountId,
    actorId,
    walletId,
    startId: isFromUtxo ? startId : null,
    seqs: rows.map((row) => columns.seq[row] ?? 0),
    assetId: assetThatArrived(path, graph),
    possible,
  };
}

type Registered = (walletId: string) => readonly Registration[];

async function registrationsBehind(
  paths: readonly Path[],
  tenant: Tenant,
  deposits: DepositStore,
): Promise<{ readonly registered: Registered; readonly unfinished: AccountTraces['unfinished'] }> {
  const keys = [...new Set(paths.map(({ walletId }) => matchKeyOfId(walletId)))];
  const read = await inChunks(keys, (chunk) => deposits.withUnfinished(chunk, tenant));
  const found = read.flatMap(({ registrations }) => registrations);
  const accounts = groupBy(found, ({ matchKey }) => matchKey);
  return {
    registered: (walletId) => accounts.get(matchKeyOfId(walletId)) ?? [],
    // Of several at once, one may have been read after another had looked.
    unfinished: read.length === 1 ? (read[0]?.unfinished ?? null) : null,
  };
}

/** The accounts that a path reached: those whose wallet it was when the funds arrived, by the tag that they were sent with. */
function accountsOf({ arrivedAt, tag }: Path, registered: readonly Registration[]) {
  const counting = registered.filter((registration) => countsAt(registration, arrivedAt));
  return counting.flatMap((registration) => {
    const belonging = belongingOf(registration, tag, counting);
    const { accountId } = registration;
    return belonging === null ? [] : [{ accountId, possible: belonging === 'POSSIBLE' }];
  });
}

const inChunks = <Key, T>(keys: readonly Key[], read: (chunk: readonly Key[]) => Promise<T>): Promise<T[]> =>
  Promise.all([...chunksOf(keys)].map(read));
