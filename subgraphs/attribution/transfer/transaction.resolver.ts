import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { chainById } from '../../../shared/caip/chains';
import { badUserInput } from '../../../shared/errors/cordonError';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import {
  type Connection,
  connectionOfPage,
  pageOfAll,
  readPageArguments,
} from '../../../shared/pagination/page';
import { readsAttribution } from '../scopes';
import { hashSpellings } from './movementForms';
import { TransactionType } from './transaction.type';
import { type TransactionView, transactionView } from './transaction.view';
import type { HasTransfers } from './transfer.context';
import { TransferConnection } from './transfer.type';
import type { TransferView } from './transfer.view';

@Resolver(() => TransactionType)
export class TransactionResolver {
  @Query(() => TransactionType, {
    nullable: true,
    description:
      'One transaction, by its hash. Null where no transfer of it is known here, which does not mean that it does not exist.',
  })
  @Directive(readsAttribution)
  async transaction(
    @Arg('chain', () => String, { description: 'Its chain, CAIP-2, such as `eip155:1`.' }) chain: string,
    @Arg('hash', () => String, { description: 'The hash; hexadecimal ones in upper or lower case.' })
    hash: string,
    @Ctx() { transactionById }: HasTransfers,
  ): Promise<TransactionView | null> {
    if (!chainById(chain)) {
      throw badUserInput(`${quoteInput(chain)} is not a chain that Cordon knows: write its CAIP-2 id`, {
        argument: 'chain',
      });
    }
    const spellings = hashSpellings(chain, hash.trim());
    if (spellings.length === 0) {
      throw badUserInput(`${quoteInput(hash)} is not a transaction of ${chain}`, { argument: 'hash' });
    }
    const found = await Promise.all(spellings.map((known) => transactionById.load(`${chain}:${known}`)));
    return found.flatMap((stored) => transactionView(stored) ?? [])[0] ?? null;
  }

  @Query(() => [TransactionType], {
    nullable: true,
    description:
      'The transactions with a hash, on every chain of which transfers are known. One hash is of one chain, but its form may not tell which. An empty list does not mean that none exists.',
  })
  @Directive(readsAttribution)
  @Directive('@listSize(assumedSize: 2)')
  async transactions(
    @Arg('hash', () => String, { description: 'The hash; hexadecimal ones in upper or lower case.' })
    hash: string,
    @Ctx() { transactionById, chainsOfTransfers }: HasTransfers,
  ): Promise<TransactionView[]> {
    const written = hash.trim();
    const ids = (await chainsOfTransfers()).flatMap((chain) =>
      hashSpellings(chain, written).map((known) => `${chain}:${known}`),
    );
    const found = await Promise.all(ids.map((id) => transactionById.load(id)));
    return found.flatMap((stored) => transactionView(stored) ?? []);
  }

  @FieldResolver(() => TransferConnection, {
    description: 'Its transfers, by their place in it; none where it has inputs and outputs.',
  })
  @Directive(readsAttribution)
  transfers(
    @Root() { rows }: TransactionView,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Connection<TransferView> {
    const page = readPageArguments(first, after);
    return connectionOfPage(pageOfAll(rows, placeIn, page), placeIn, (row) => row, page.after);
  }
}

/** A key that sorts as the places do. */
const placeIn = ({ index, id }: TransferView) => `${String(index).padStart(9, '0')} ${id}`;
