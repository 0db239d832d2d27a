import { type Completeness, FollowPathsDocument, FollowReachDocument } from '../../graph/generated/graphql';
import type { Answer, GraphError } from '../../graph/answer';
import { ask, AskError } from '../../graph/ask';
import { endOf } from '../../parts/day';
import { addressOf, shortened } from '../../parts/words';
import type { PictureGraph, PictureNode } from '../../picture/picture';
import type { PictureStep } from '../../picture/savedPicture';
import { followTexts } from '../../texts/follow';
import { type DrawnHop, walletKey, walletNode, waysPicture } from './hopPicture';

export type FollowStep = Exclude<PictureStep, { readonly kind: 'ACTOR' }>;

export interface FollowedName {
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly label: string | null;
  readonly heldThen: boolean;
}

/** A row of the table beside the picture: a path, and whose the wallet is that it is about. */
export interface FollowedRow {
  readonly key: string;
  readonly walletId: string;
  readonly custodial: boolean;
  readonly names: readonly FollowedName[];
  readonly categories: readonly string[];
  readonly amount: string | null;
  readonly illustrative: boolean;
  readonly hops: readonly DrawnHop[];
}

/** The answer to one step. */
export interface Followed {
  readonly step: FollowStep;
  readonly title: string;
  readonly completeness: Completeness;
  readonly cutCount: number;
  readonly cuts: readonly { readonly walletId: string; readonly reason: string }[];
  readonly rows: readonly FollowedRow[];
  /** The number of all rows; more than those loaded where the answer is a first page. */
  readonly total: number;
  /** The number of all reached wallets; null for paths. */
  readonly walletCount: number | null;
  readonly graph: PictureGraph;
  /** The errors of its parts: each gap in a row has one here. */
  readonly errors: readonly GraphError[];
}

/** The number of wallets of a reach that are drawn at once. */
const maxShown = 200;

const short = (walletId: string) => shortened(addressOf(walletId), 8, 6);

/** Says what a step asks. */
export function titleOf(step: FollowStep): string {
  const { wallet, hops, asOf } = step;
  return step.kind === 'REACH'
    ? followTexts.reach(step.direction, short(wallet), hops, asOf)
    : followTexts.paths(short(wallet), short(step.to), hops, asOf);
}

/** Asks for a step. Throws AskError where it has no answer: a gap is never an empty picture. */
export async function follow(step: FollowStep, signal?: AbortSignal): Promise<Followed> {
  const variables = { id: step.wallet, hops: step.hops, asOf: endOf(step.asOf) };
  const options = signal ? { signal } : {};
  return step.kind === 'REACH'
    ? reached(
        step,
        await ask(FollowReachDocument, { ...variables, direction: step.direction, first: maxShown }, options),
      )
    : paths(step, await ask(FollowPathsDocument, { ...variables, to: step.to }, options));
}

type Answered<Document> = Document extends { __apiType?: (variables: never) => infer Data } ? Data : never;

function reached(step: FollowStep, { data, errors }: Answer<Answered<typeof FollowReachDocument>>): Followed {
  const reach = data.wallet?.reach;
  if (!reach) throw notAnswered(errors);
  const rows = reach.wallets.nodes.map(({ wallet, custodial, names, categories, path }): FollowedRow => ({
    key: wallet.id,
    walletId: wallet.id,
    custodial,
    names: names.map(({ actor, label, heldThen }) => ({
      actor: actor ?? null,
      label: label ?? null,
      heldThen,
    })),
    categories,
    amount: path.amount ?? null,
    illustrative: path.illustrative,
    hops: path.hops,
  }));
  return followedOf(step, reach, {
    rows,
    total: reach.wallets.totalCount,
    walletCount: reach.walletCount,
    errors,
  });
}

function paths(step: FollowStep, { data, errors }: Answer<Answered<typeof FollowPathsDocument>>): Followed {
  const found = data.wallet?.pathsTo;
  if (!found) throw notAnswered(errors);
  const rows = found.paths.map(({ amount, illustrative, hops }): FollowedRow => ({
    key: hops.map(({ txHash, to }) => `${txHash} ${to.id}`).join(' '),
    walletId: hops.at(-1)?.to.id ?? step.wallet,
    custodial: false,
    names: [],
    categories: [],
    amount: amount ?? null,
    illustrative,
    hops,
  }));
  return followedOf(step, found, { rows, total: rows.length, walletCount: null, errors });
}

interface Searched {
  readonly completeness: Completeness;
  readonly cutCount: number;
  readonly cuts: readonly { readonly wallet: { readonly id: string }; readonly reason: string }[];
}

function followedOf(
  step: FollowStep,
  { completeness, cutCount, cuts }: Searched,
  found: Pick<Followed, 'rows' | 'total' | 'walletCount' | 'errors'>,
): Followed {
  const drawn = waysPicture(found.rows.map(({ hops }) => hops));
  const known = new Map(found.rows.map((row) => [walletKey(row.walletId), row]));
  const start = walletNode(step.wallet, false);
  const nodes = drawn.nodes.map((node) => named(node, known.get(node.id)));
  return {
    step,
    title: titleOf(step),
    completeness,
    cutCount,
    cuts: cuts.map(({ wallet, reason }) => ({ walletId: wallet.id, reason })),
    ...found,
    graph: {
      nodes: nodes.some(({ id }) => id === start.id) ? nodes : [start, ...nodes],
      edges: drawn.edges,
    },
  };
}

/** A wallet with whose it is, or what, in place of its chain. */
function named(node: PictureNode, row: FollowedRow | undefined): PictureNode {
  if (!row) return node;
  const words = [
    ...(row.custodial ? [followTexts.custodial] : []),
    ...row.names.map(({ actor, label }) => actor?.name ?? label ?? ''),
    ...row.categories,
  ].filter(Boolean);
  return words.length === 0 ? node : { ...node, detail: words.join(' · ') };
}

const notAnswered = (errors: readonly GraphError[]) => AskError.of(errors);
