import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { matchKey, type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { ActorType, type ActorReference } from '../actor/actor.type';
import type { HasAttributions } from './attribution.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { readsAttribution } from '../scopes';
import { WalletType } from '../wallet/wallet.type';
import type { AttributionRecord } from './attribution.record';
import { attributionsAt, type AttributionView } from './attribution.rules';
import { AttributionType, TagPackType, type TagPackView } from './attribution.type';

type AttributionsContext = HasAttributions & HasCaller;

/** Resolves the statements about a wallet. */
@Resolver(() => WalletType)
export class WalletAttributionsResolver {
  @FieldResolver(() => [AttributionType], {
    description:
      'Its attributions: all statements about its owner, also those that disagree; the most confident first. An EVM wallet has those of its address on every EVM chain. A partner sees the statements of public sources.',
  })
  @Directive(readsAttribution)
  attributions(
    @Root() wallet: WalletFacts,
    @Ctx() context: AttributionsContext,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'Only statements that hold on this day; default: all.',
    })
    asOf?: string | null,
    @Arg('knownAt', () => DateTimeScalar, {
      nullable: true,
      description: 'Only statements known by then; default: by now.',
    })
    knownAt?: Date | null,
  ): AttributionView[] | Promise<AttributionView[]> {
    return attributionsOf(wallet, { asOf, knownAt }, context);
  }
}

interface AttributionArguments {
  readonly asOf?: string | null | undefined;
  readonly knownAt?: Date | null | undefined;
}

/** Returns the statements about a wallet: at once where the request has read them already. */
export function attributionsOf(
  wallet: WalletFacts,
  { asOf, knownAt }: AttributionArguments,
  { attributionsByMatchKey, now }: AttributionsContext,
): AttributionView[] | Promise<AttributionView[]> {
  const rows = attributionsByMatchKey.rows(matchKey(wallet));
  const show = (statements: readonly AttributionRecord[]) =>
    attributionsAt(statements, { asOf: asOf ?? null, knownAt: knownAt ?? now });
  return rows instanceof Promise ? rows.then(show) : show(rows);
}

@Resolver(() => AttributionType)
export class AttributionResolver {
  @FieldResolver(() => WalletType, { description: 'The wallet, as the statement names it.' })
  wallet(@Root() { walletId }: AttributionRecord): WalletFacts {
    return walletOfId(walletId);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'The owner that it names, or denies; null where it has only a label.',
  })
  actor(@Root() { actorId }: AttributionRecord): ActorReference | null {
    return actorId ? { id: actorId } : null;
  }

  @FieldResolver(() => TagPackType, {
    nullable: true,
    description: 'The TagPack that it is a tag of; null for statements of other kinds.',
  })
  tagPack(@Root() { tag, source }: AttributionRecord): TagPackView | null {
    return tag ? { ...tag, title: source.title, creator: source.publisher ?? '' } : null;
  }

  @FieldResolver(() => [String], {
    description: "The owner's activities, by GraphSense's concepts, such as `exchange`; the category first.",
  })
  concepts(@Root() { concepts }: AttributionRecord): readonly string[] {
    return concepts ?? [];
  }
}
