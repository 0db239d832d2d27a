import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type WalletFacts, walletOfId } from '../../../shared/caip/wallet';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { type AccountReference, AccountType } from '../account/account.type';
import { type ActorReference, ActorType } from '../actor/actor.type';
import { PageInfo } from '../vocabulary/valueTypes';
import { WalletType } from '../wallet/wallet.type';
import type { WatchRecord } from './watch.record';

const SubjectKind = { WALLET: 'WALLET', ACCOUNT: 'ACCOUNT', ACTOR: 'ACTOR' } as const satisfies {
  readonly [Kind in WatchRecord['subjectKind']]: Kind;
};

registerEnumType(SubjectKind, {
  name: 'WatchSubjectKind',
  description: 'The kind of watched subject.',
  valuesConfig: {
    WALLET: { description: 'The statements about it, and the origin and destination of its funds.' },
    ACCOUNT: { description: 'Its deposit wallets, and whose funds reached them.' },
    ACTOR: { description: 'Its status, its wallets, and the accounts that its funds reached.' },
  },
});

@ObjectType('WatchSubject', { description: 'The watched subject.', simpleResolvers: true })
export class WatchSubject {
  @Field(() => SubjectKind, { description: 'The field that is given.' })
  readonly kind!: WatchRecord['subjectKind'];

  @Field(() => WalletType, { nullable: true, description: 'The wallet, where it is one.' })
  readonly wallet!: WalletFacts | null;

  @Field(() => AccountType, { nullable: true, description: 'The account, where it is one.' })
  readonly account!: AccountReference | null;

  @Field(() => ActorType, { nullable: true, description: 'The actor, where it is one.' })
  readonly actor!: ActorReference | null;
}

export function subjectView({
  subjectKind: kind,
  subjectId: id,
}: Pick<WatchRecord, 'subjectKind' | 'subjectId'>): WatchSubject {
  return {
    kind,
    wallet: kind === 'WALLET' ? walletOfId(id) : null,
    account: kind === 'ACCOUNT' ? { id } : null,
    actor: kind === 'ACTOR' ? { id } : null,
  };
}

@ObjectType('Watch', {
  description: 'A saved subject: evaluated again when something arrives; what changes is an alert.',
  simpleResolvers: true,
})
export class WatchType {
  @Field(() => ID, { description: 'The id for `unwatch`.' })
  readonly id!: string;

  @Field(() => WatchSubject, { description: 'The watched subject.' })
  readonly subject!: WatchSubject;

  @Field(() => String, { description: 'Its purpose, as it was given.' })
  readonly label!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of facts known about the subject when the watch began. 0: none are known here, and a misspelt id would give the same. Null for a watch from before this was kept.',
  })
  readonly foundAtFirst!: number | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of its end; null while it goes on.' })
  readonly endedAt!: Date | null;
}

export const watchView = (watch: Omit<WatchRecord, 'baseline'>): WatchType => ({
  id: watch._id,
  subject: subjectView(watch),
  label: watch.label,
  foundAtFirst: watch.foundAtFirst ?? null,
  createdAt: watch.createdAt,
  endedAt: watch.endedAt ?? null,
});

export const WatchConnection = defineConnection({
  name: 'Watch',
  node: () => WatchType,
  pageInfo: PageInfo,
  counted: false,
});
