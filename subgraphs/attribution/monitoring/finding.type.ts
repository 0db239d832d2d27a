import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import { type AccountReference, AccountType } from '../account/account.type';
import { type ActorReference, ActorType } from '../actor/actor.type';
import { Asset } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';
import type { Finding, FindingKind as FindingKindName } from './finding.rules';

export const FindingKind = {
  STATEMENT: 'STATEMENT',
  DESIGNATION: 'DESIGNATION',
  LINK: 'LINK',
  WALLET: 'WALLET',
  DEPOSIT_WALLET: 'DEPOSIT_WALLET',
  REACH: 'REACH',
  EXPOSURE_IN: 'EXPOSURE_IN',
  EXPOSURE_OUT: 'EXPOSURE_OUT',
} as const satisfies { readonly [Kind in FindingKindName]: Kind };

registerEnumType(FindingKind, {
  name: 'FindingKind',
  description: 'The kind of finding about a watched subject.',
  valuesConfig: {
    STATEMENT: { description: 'Of a wallet: a statement about its owner that was not retracted.' },
    DESIGNATION: { description: "Of an actor, or of a wallet's named owner: a list's designation." },
    LINK: { description: 'Of an actor: another that is linked to it by the policy.' },
    WALLET: { description: 'Of an actor: a wallet that a statement attributes to it.' },
    DEPOSIT_WALLET: { description: 'Of an account: a wallet at which its venue takes deposits for it.' },
    REACH: { description: "That an actor's funds reached an account." },
    EXPOSURE_IN: { description: 'That funds of a wallet come from somebody, and how much.' },
    EXPOSURE_OUT: { description: 'That funds of a wallet went to somebody, and how much.' },
  },
});

@ObjectType('Finding', {
  description: 'A finding about a watched subject. A field that does not apply is null.',
  simpleResolvers: true,
})
export class FindingType {
  @Field(() => ID, { description: 'The identity of the finding: the same before and after a change.' })
  readonly id!: string;

  @Field(() => FindingKind, { description: 'The kind of finding.' })
  readonly kind!: FindingKindName;

  @Field(() => WalletType, {
    nullable: true,
    description: 'The wallet that it is about; of REACH, where the way ends.',
  })
  readonly wallet!: WalletFacts | null;

  @Field(() => AccountType, { nullable: true, description: 'The account.' })
  readonly account!: AccountReference | null;

  @Field(() => ActorType, { nullable: true, description: 'The actor.' })
  readonly actor!: ActorReference | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name in a statement, or of an owner without an actor.',
  })
  readonly label!: string | null;

  @Field(() => ID, { nullable: true, description: 'The designation.' })
  readonly designationId!: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The statement, or those that say that a wallet is its own.',
  })
  readonly statementIds!: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of a statement: ASSERTS, DISPUTES or RETRACTS.' })
  readonly stance!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a statement: 0 to 100.' })
  readonly confidence!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a statement: whether another contradicts it.' })
  readonly disputed!: boolean | null;

  @Field(() => Asset, { nullable: true, description: 'Of an exposure: what its amounts are of.' })
  readonly asset!: AssetFacts | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Of an exposure: what came, or went, in one hop, in base units, under HAIRCUT.',
  })
  readonly direct!: bigint | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Of an exposure: what came, or went, over other wallets.',
  })
  readonly indirect!: bigint | null;
}

export const findingView = (finding: Finding): FindingType => {
  const { id, kind, walletId, accountId, actorId, asset, direct, indirect, statementIds } = finding;
  return {
    id,
    kind,
    wallet: walletId ? walletOfId(walletId) : null,
    account: accountId ? { id: accountId } : null,
    actor: actorId ? { id: actorId } : null,
    label: finding.label ?? null,
    designationId: finding.designationId ?? null,
    statementIds: statementIds ? [...statementIds] : null,
    stance: finding.stance ?? null,
    confidence: finding.confidence ?? null,
    disputed: finding.disputed ?? null,
    asset: asset ? assetOfId(asset) : null,
    direct: direct ? BigInt(direct) : null,
    indirect: indirect ? BigInt(indirect) : null,
  };
};
