import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import { connectionOfPage, pageOfAll, readPageArguments } from '../../../shared/pagination/page';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { type ActorReference, ActorType } from '../actor/actor.type';
import type { HasCrossings } from '../crossing/crossing.context';
import { readsAccounts } from '../scopes';
import type { HasTransfers } from '../transfer/transfer.context';
import { AccountReachType } from './accountReach.type';
import { tracePolicy } from './engine/tracePolicy';
import type { AccountTraceFound, AccountTraces } from './findAccountTraces';
import { hopsAlong } from './hopsAlong';
import { traceView } from './trace.rules';
import { TracedAccountConnection, type TracedAccountView } from './tracedAccount.type';
import { snapshotId, type TraceFacts, traceIdOf } from './traceId';
import type { HasTracing } from './tracing.context';

type ReachContext = HasTracing & HasTransfers & HasCrossings;

@Resolver(() => ActorType)
export class ActorReachResolver {
  @FieldResolver(() => TracedAccountConnection, {
    nullable: true,
    description:
      'The accounts that its funds, or those of the actors linked to it, reached: one for each account and actor. ' +
      'A partner sees only its own accounts.',
  })
  @Directive('@requires(fields: "linkedActorIds")')
  @Directive(readsAccounts)
  @Directive('@cost(weight: 500)')
  async tracedAccounts(
    @Root() actor: ActorReference,
    @Ctx() context: ReachContext,
    @Arg('maxHops', () => Int, {
      defaultValue: tracePolicy.defaultHops,
      description: `Maximum number of hops: 1 to ${tracePolicy.maxHops}.`,
    })
    maxHops: number,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'Only transfers up to this instant, and wallets held from then or before; default: all. Statements about wallets count as known now. Registrations of deposit wallets have no beginning: one that was reached is a cut, and the answer HUB_CUT.',
    })
    asOf?: Date | null,
  ) {
    if (maxHops < 1 || maxHops > tracePolicy.maxHops) {
      throw badUserInput(`maxHops is ${maxHops}: 1 to ${tracePolicy.maxHops} hops can be followed`, {
        argument: 'maxHops',
      });
    }
    const page = readPageArguments(first, after);
    const traces = await context.tracesOf(linkedTo(actor), maxHops, asOf ?? null);
    const found = pageOfAll(traces.found, keyOf, page);
    const rows = await Promise.all(
      found.rows.map(async (trace) => ({ ...trace, way: await hopsAlong(trace.seqs, context) })),
    );
    const view = ({ way, ...trace }: (typeof rows)[number]): TracedAccountView => ({
      account: { id: trace.accountId },
      actor: { id: trace.actorId },
      trace: traceView(factsOf(trace, traces), way),
      possible: trace.possible,
    });
    const { completeness, cuts } = traces;
    return { ...connectionOfPage({ ...found, rows }, keyOf, view, page.after), completeness, ...cuts };
  }

  @FieldResolver(() => AccountReachType, {
    nullable: true,
    description: 'The same by the policy, without arguments: what `enforcement` requires.',
  })
  @Directive('@inaccessible')
  @Directive('@requires(fields: "linkedActorIds")')
  @Directive(readsAccounts)
  async accountReach(@Root() actor: ActorReference, @Ctx() context: ReachContext): Promise<AccountReachType> {
    const traces = await context.tracesOf(linkedTo(actor), tracePolicy.defaultHops, null);
    return {
      traces: traces.byAsset.map((trace) => ({
        accountId: trace.accountId,
        actorId: trace.actorId,
        traceId: traceIdOf(factsOf(trace, traces)),
        assetIds: trace.assetId === null ? [] : [trace.assetId],
        possible: trace.possible,
      })),
      completeness: traces.completeness,
      snapshot: snapshotId(traces.snapshot),
    };
  }
}

/**
 * Returns the actors linked to one, as the gateway passes them. Without them the answer would read as
 * "reached nothing".
 */
function linkedTo({ id, linkedActorIds }: ActorReference): readonly string[] {
  if (!linkedActorIds) throw new Error(`the gateway did not pass the actors linked to ${id}`);
  return linkedActorIds;
}

const keyOf = ({ accountId, actorId }: AccountTraceFound) => `${accountId} ${actorId}`;

const factsOf = (
  { actorId, walletId, startId, seqs }: AccountTraceFound,
  { snapshot, completeness }: AccountTraces,
): TraceFacts => ({ actorId, snapshot, completeness, walletId, startId, seqs });
