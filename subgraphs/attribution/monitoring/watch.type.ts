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
  description: 'What kind of thing is watched.',
  valuesConfig: {
    WALLET: { description: 'What is said of it, and where its funds come from and went.' },
    ACCOUNT: { description: 'Its deposit wallets, and whose funds reached them.' },
    ACTOR: { description: 'How it stands, its wallets, and the accounts that its funds reached.' },
  },
});

@ObjectType('WatchSubject', { description: 'What is watched.', simpleResolvers: true })
export class WatchSubject {
  @Field(() => SubjectKind, { description: 'Which of the others is given.' })
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
  @Field(() => ID, { description: 'What `unwatch` takes.' })
  readonly id!: string;

  @Field(() => WatchSubject, { description: 'What is watched.' })
  readonly subject!: WatchSubject;

  @Field(() => String, { description: 'What it is for, as it was given.' })
  readonly label!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many facts were known of the subject when the watch began. 0: nothing is known of it here, and an id that ' +
      'is misspelled would look the same. Null for a watch from before this was kept.',
  })
  readonly foundAtFirst!: number | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended; null while it goes on.' })
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
