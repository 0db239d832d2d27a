import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { AttributionRecord } from '../attribution/attribution.record';
import { type AttributionView, attributionsAt } from '../attribution/attribution.rules';
import { AttributionType } from '../attribution/attribution.type';
import type { AttributionContext } from '../context';
import { writesAttribution } from '../scopes';
import { RetractAttributionInput, StateAttributionInput } from './manualAttribution.input';
import { handRetraction, handStatement, type Speaker } from './manualAttribution.rules';

/** What our own analysts say of wallets. */
@Resolver()
export class HandStatementResolver {
  @Mutation(() => AttributionType, {
    nullable: true,
    description:
      "Says that a wallet is an actor's, or is not. It is kept beside what others say, and shown to the house alone.",
  })
  @Directive(writesAttribution)
  async stateAttribution(
    @Arg('input', () => StateAttributionInput, { description: 'What is said.' }) input: StateAttributionInput,
    @Ctx() context: AttributionContext,
  ): Promise<AttributionView> {
    return said(handStatement(input, speakerOf(context)), context);
  }

  @Mutation(() => AttributionType, {
    nullable: true,
    description:
      'Takes back a statement of our own analysts. It stays, marked, and is answered as what was known before. ' +
      "Others' statements are theirs to take back: they can be disputed.",
  })
  @Directive(writesAttribution)
  async retractAttribution(
    @Arg('input', () => RetractAttributionInput, { description: 'What is taken back, and why.' })
    input: RetractAttributionInput,
    @Ctx() context: AttributionContext,
  ): Promise<AttributionView> {
    const [statement] = await context.stores.attributions.byIds([input.id], context.tenant);
    if (!statement)
      throw new CordonError(
        'UNKNOWN_ENTITY',
        `there is no statement ${JSON.stringify(input.id.slice(0, 200))}`,
      );
    return said(handRetraction(input, statement, speakerOf(context)), context);
  }
}

const speakerOf = ({ caller, now }: AttributionContext): Speaker => ({ caller, now });

/** Stores a statement, and answers how it stands among all that is said of its wallet. */
async function said(statement: AttributionRecord, context: AttributionContext): Promise<AttributionView> {
  const { stores, now, attributionsByMatchKey, attributionsByActor } = context;
  const stored = await stores.handStatements.say(statement);
  attributionsByMatchKey.clear(stored.matchKey);
  if (stored.actorId) attributionsByActor.clear(stored.actorId);
  const all = await attributionsByMatchKey.load(stored.matchKey);
  const known = stored.knownSince > now ? stored.knownSince : now;
  const view = attributionsAt(all, { asOf: null, knownAt: known }).find(({ _id }) => _id === stored._id);
  if (!view) throw new Error(`the statement ${stored._id} was stored and is not there`);
  return view;
}
