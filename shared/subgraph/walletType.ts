import { quoteInput } from '../errors/redactSecrets';
import { Directive, Field, ID, ObjectType, type ClassType } from 'type-graphql';
import { type WalletFacts, readWallet } from '../caip/wallet';
import { CordonError } from '../errors/cordonError';

/** The `Wallet` entity as every subgraph knows it: what its id says by itself. A class of its own for each subgraph. */
export function defineWallet(): ClassType<WalletFacts> {
  @ObjectType('Wallet', { description: 'One address on one chain, canonical.', simpleResolvers: true })
  @Directive('@key(fields: "id")')
  class Wallet implements WalletFacts {
    @Field(() => ID, {
      description: 'CAIP-10; `literal:<list>:<text>` for a published address that cannot be parsed.',
    })
    readonly id!: string;

    @Field(() => String, { description: 'The address, as its chain spells it.' })
    @Directive('@shareable')
    readonly address!: string;

    @Field(() => String, {
      description: 'The chain, CAIP-2; `literal:<list>` for a published address that cannot be parsed.',
    })
    @Directive('@shareable')
    readonly chain!: string;

    @Field(() => String, {
      nullable: true,
      description:
        'The reason why a published address cannot be parsed: it is malformed, and matches only itself. Null for every other wallet.',
    })
    @Directive('@shareable')
    readonly problem!: string | null;
  }
  return Wallet;
}

/** The wallet of an entity reference. An id that is not canonical is an error, never "no such wallet". */
export function resolveWalletReference(reference: Readonly<Record<string, string>>): WalletFacts {
  const id = reference['id'] ?? '';
  const read = readWallet(id);
  if ('problem' in read || read.wallet.id !== id) {
    throw new CordonError('UNKNOWN_ENTITY', `${quoteInput(id, 200)} is not the id of a wallet`);
  }
  return read.wallet;
}
