import { Field, ObjectType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { WalletType } from './wallet.type';

@ObjectType('WalletLookup', {
  description: 'The result of looking up one address: a wallet, or the problem of the address.',
  simpleResolvers: true,
})
export class WalletLookupType {
  @Field(() => String, { description: 'The address as it was given.' })
  readonly input!: string;

  @Field(() => WalletType, { nullable: true, description: 'The wallet, seen before or not.' })
  readonly wallet!: WalletFacts | null;

  @Field(() => String, { nullable: true, description: 'The reason why the address cannot be read.' })
  readonly problem!: string | null;
}
