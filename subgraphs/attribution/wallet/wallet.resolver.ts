import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { chunksOf } from '../../../shared/batch/chunks';
import { chainsOfSameForm } from '../../../shared/caip/sharedForms';
import { matchKey, readWallet, type WalletFacts } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import { badUserInput } from '../../../shared/errors/cordonError';
import { selectedFields } from './selectedFields';
import type { HasWalletFacts } from './wallet.context';
import { readsAttribution } from '../scopes';
import { WalletType } from './wallet.type';
import { WalletLookupType } from './walletLookup.type';

/** The most that one `wallets` call takes: an entity call behind it stays below 16 MiB. */
const maxLookups = 10_000;

@Resolver(() => WalletType)
export class WalletResolver {
  @Query(() => WalletType, {
    nullable: true,
    description:
      'One wallet, by its address in any written form. A valid address has a wallet, seen before or not; ' +
      'one that cannot be read is the error BAD_USER_INPUT, which says why.',
  })
  @Directive(readsAttribution)
  wallet(
    @Arg('address', () => String, {
      description: 'Plain, CAIP-10 (`eip155:1:0x…`), or a payment URI (`bitcoin:1…`).',
    })
    address: string,
  ): WalletFacts {
    const read = readWallet(address);
    if ('wallet' in read) return read.wallet;
    throw badUserInput(`${quoteInput(address)} is not an address: ${read.problem}`, {
      argument: 'address',
    });
  }

  @Query(() => [WalletLookupType], {
    nullable: true,
    description: `Up to ${maxLookups} wallets, by their addresses in any written form; answers in the same order.`,
  })
  @Directive(readsAttribution)
  async wallets(
    @Arg('addresses', () => [String], { description: 'Plain addresses, CAIP-10 ids or payment URIs.' })
    addresses: readonly string[],
    @Ctx() { attributionsByMatchKey, depositsByMatchKey }: HasWalletFacts,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WalletLookupType[]> {
    if (addresses.length > maxLookups) {
      throw badUserInput(`there are ${addresses.length} addresses: one call takes ${maxLookups}`, {
        argument: 'addresses',
      });
    }
    const asked = selectedFields(info, 'wallet');
    const lookups: WalletLookupType[] = [];
    const reads: Promise<void>[] = [];
    for (const chunk of chunksOf(addresses, readAtOnce)) {
      const part = chunk.map(lookup);
      const keys = part.flatMap(({ wallet }) => (wallet ? [matchKey(wallet)] : []));
      lookups.push(...part);
      if (asked.has('attributions')) reads.push(attributionsByMatchKey.fill(keys));
      if (asked.has('accounts')) reads.push(depositsByMatchKey.fill(keys));
      // The store finds these while the next addresses are checked; and other requests have their turn.
      await nextTurn();
    }
    await Promise.all(reads);
    return lookups;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Other chains on which the same text is an address: Dogecoin shares its form with DigiByte. The address does not say ' +
      'which chain is meant; empty where the form is of its chain only.',
  })
  @Directive(readsAttribution)
  sharedForm(@Root() wallet: WalletFacts): readonly string[] {
    return chainsOfSameForm(wallet);
  }
}

/** Their checksums take some 8 ms. */
const readAtOnce = 1_000;

function lookup(input: string): WalletLookupType {
  const read = readWallet(input);
  return 'wallet' in read
    ? { input, wallet: read.wallet, problem: null }
    : { input, wallet: null, problem: read.problem };
}
