import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { walletOfId, type WalletFacts } from '../../../shared/caip/wallet';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfAll,
  readPageArguments,
} from '../../../shared/pagination/page';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Direction } from '../../../shared/subgraph/direction';
import type { HasCrossings } from '../crossing/crossing.context';
import { readsAccounts } from '../scopes';
import { tracePolicy } from '../tracing/engine/tracePolicy';
import { pathAlong } from '../tracing/pathAlong';
import type { HasTransfers } from '../transfer/transfer.context';
import { WalletType } from '../wallet/wallet.type';
import type { ReachFinding } from './findReach';
import type { HasReach } from './reach.context';
import { ReachedWalletConnection, type ReachedWalletView, WalletReachType } from './reach.type';
import { namesView, type WalletReachView } from './reach.view';

@Resolver(() => WalletType)
export class WalletReachResolver {
  @FieldResolver(() => WalletReachType, {
    nullable: true,
    description:
      'The custodial wallets, named owners and categories that its funds reached, or came from. The search goes hop by hop in time order, through no hub and behind no custodial wallet. All transfers are of one asset, except where a recorded swap or bridge leads on.',
  })
  @Directive(readsAccounts)
  @Directive('@cost(weight: 1000)')
  async reach(
    @Root() wallet: WalletFacts,
    @Ctx() { reachOf }: HasReach,
    @Arg('direction', () => Direction, {
      description: 'IN or OUT; ANY is BAD_USER_INPUT: they are two questions.',
    })
    direction: Direction,
    @Arg('maxHops', () => Int, {
      defaultValue: tracePolicy.defaultHops,
      description: `Maximum number of hops: 1 to ${tracePolicy.maxHops}.`,
    })
    maxHops: number,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'Only transfers up to this instant, and statements that hold from then or before; default: all. Statements count as known now. Registrations of deposit wallets have no beginning: one that was reached is a cut, and the answer HUB_CUT.',
    })
    asOf?: Date | null,
  ): Promise<WalletReachView> {
    if (direction === 'ANY') {
      throw badUserInput(
        'direction ANY: funds go to one side or come from the other; ask for IN, OUT, or both',
        {
          argument: 'direction',
        },
      );
    }
    if (maxHops < 1 || maxHops > tracePolicy.maxHops) {
      throw badUserInput(`maxHops ${maxHops}: it is 1 to ${tracePolicy.maxHops}`, { argument: 'maxHops' });
    }
    return reachOf({ walletId: wallet.id, direction, maxHops, asOf: asOf ?? null });
  }
}

@Resolver(() => WalletReachType)
export class ReachedWalletsResolver {
  @FieldResolver(() => ReachedWalletConnection, {
    description:
      'The wallets that are custodial, or that somebody is named for; the nearest first, then by id.',
  })
  @Directive(readsAccounts)
  async wallets(
    @Root() { findings }: WalletReachView,
    @Ctx() context: HasTransfers & HasCrossings,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('custodial', () => Boolean, {
      nullable: true,
      description: 'Only wallets that are custodial, or only others; default: all.',
    })
    custodial?: boolean | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<ReachedWalletView>> {
    const page = readPageArguments(first, after);
    const isWanted = (finding: ReachFinding) =>
      custodial === null || custodial === undefined || finding.custodial === custodial;
    const found = pageOfAll(findings.filter(isWanted), placeOf, page);
    const rows = await Promise.all(
      found.rows.map(async (finding) => ({ finding, path: await pathAlong(finding, context) })),
    );
    return connectionOfPage(
      { ...found, rows },
      ({ finding }) => placeOf(finding),
      ({ finding, path }): ReachedWalletView => ({
        wallet: walletOfId(finding.walletId),
        custodial: finding.custodial,
        names: namesView(finding),
        categories: finding.categories,
        path,
      }),
      page.after,
    );
  }
}

/** A key that sorts as the findings do. */
const placeOf = ({ seqs, walletId }: ReachFinding) => `${String(seqs.length).padStart(2, '0')} ${walletId}`;
