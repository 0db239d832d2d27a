import { Field, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { WalletType } from './wallet.type';

@ObjectType('WalletLookup', {
  description: 'What became of one address of a lookup: a wallet, or what is wrong with the address.',
  simpleResolvers: true,
})
export class WalletLookupType {
  @Field(() => String, { description: 'The address as it was given.' })
  readonly input!: string;

  @Field(() => WalletType, { nullable: true, description: 'The wallet, seen before or not.' })
  readonly wallet!: WalletFacts | null;

  @Field(() => String, { nullable: true, description: 'Why the address cannot be read.' })
  readonly problem!: string | null;
}
