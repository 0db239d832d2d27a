import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { HasCrossings } from '../crossing/crossing.context';
import type { HasTransfers } from '../transfer/transfer.context';
import type { HasTracing } from './tracing.context';
import { sinceLastCrossing } from '../crossing/crossing.rules';
import type { TracingView } from './runtime/transferEngine';
import { readsAttribution } from '../scopes';
import type { PathsAnswer } from './engine/search/paths';
import { tracePolicy } from './engine/tracePolicy';
import { WalletType } from '../wallet/wallet.type';
import { writtenWallet } from '../wallet/writtenWallet';
import { cutsView } from './cuts.view';
import { hopsAlong } from './hopsAlong';
import { PathResultType, type PathResultView, type PathView } from './path.type';
import { smallest } from './trace.rules';
import { snapshotId } from './traceId';
import { hopView } from './hop.view';

type PathsContext = HasTracing & HasTransfers & HasCrossings;

/** The most paths of one answer: somebody reads them. */
const maxPaths = 50;

@Resolver(() => WalletType)
export class WalletPathsResolver {
  @FieldResolver(() => PathResultType, {
    nullable: true,
    description:
      'Paths by which funds can have gone from it to another wallet: in time order, and through no hub. All transfers are of one asset, except where a recorded swap or bridge leads on.',
  })
  @Directive(readsAttribution)
  @Directive('@cost(weight: 1000)')
  @Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["paths"], requireOneSlicingArgument: false)',
  )
  async pathsTo(
    @Root() from: WalletFacts,
    @Ctx() context: PathsContext,
    @Arg('wallet', () => ID, {
      description:
        'The other wallet: an address in any written form; without a chain, on the chain of this wallet.',
    })
    written: string,
    @Arg('maxHops', () => Int, {
      defaultValue: tracePolicy.defaultPathHops,
      description: `Maximum number of hops: 1 to ${tracePolicy.maxHops}.`,
    })
    maxHops: number,
    @Arg('first', () => Int, { defaultValue: 5, description: `Number of paths: 1 to ${maxPaths}.` })
    first: number,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Only transfers up to this instant; default: all.',
    })
    asOf?: Date | null,
  ): Promise<PathResultView> {
    check('maxHops', maxHops, tracePolicy.maxHops);
    check('first', first, maxPaths);
    const target = writtenWallet(written, from, 'wallet');
    return context.search((view) =>
      pathsBetween({ from, target, maxHops, first, asOf: asOf ?? null }, view, context),
    );
  }
}

interface AskedPaths {
  readonly from: WalletFacts;
  readonly target: WalletFacts;
  readonly maxHops: number;
  readonly first: number;
  readonly asOf: Date | null;
}

async function pathsBetween(
  { from, target, maxHops, first, asOf }: AskedPaths,
  view: TracingView,
  context: PathsContext,
): Promise<PathResultView> {
  const ends = [from.id, target.id].map((id) => view.graph.wallets.numberOf(id));
  const snapshot = snapshotId(view.graph.seq);
  // A wallet that was never seen in a transfer: no path was omitted.
  if (ends[0] === undefined || ends[1] === undefined) {
    const paths = from.id === target.id ? [{ hops: [], amount: null, illustrative: false }] : [];
    return { paths, completeness: 'COMPLETE', cutCount: 0, cuts: [], snapshot };
  }
  const question = { from: ends[0], to: ends[1], maxHops, first };
  const answer = await view.paths(asOf ? { ...question, until: asOf.getTime() } : question);
  return {
    paths: await pathViews(answer, view, context),
    completeness: answer.completeness,
    ...cutsView(answer.cuts, view.graph),
    snapshot,
  };
}

function check(argument: string, value: number, max: number): void {
  if (value >= 1 && value <= max) return;
  throw badUserInput(`${argument} is ${value}: it goes from 1 to ${max}`, { argument });
}

async function pathViews(
  { paths }: PathsAnswer,
  { graph }: TracingView,
  context: PathsContext,
): Promise<PathView[]> {
  return Promise.all(
    paths.map(async (path) => {
      const seqs = path.map(({ row }) => graph.columns.seq[row] ?? 0);
      const { hops: moved, crossings } = await hopsAlong(seqs, context);
      const payerOf = (i: number) => graph.wallets.idOf(path[i]?.from ?? -1);
      const hops = moved.map((movement, i) => hopView(movement, payerOf(i), crossings[i] ?? null));
      const amount = smallest(sinceLastCrossing(hops, ({ asset }) => asset.id).map((hop) => hop.amount));
      return {
        hops,
        amount,
        illustrative: [...hops, ...crossings].some((fact) => fact?.illustrative === true),
      };
    }),
  );
}
