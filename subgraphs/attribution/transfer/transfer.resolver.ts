import type DataLoader from 'dataloader';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { Direction } from '../../../shared/subgraph/direction';
import type { HasTransfers } from './transfer.context';
import { readsAttribution } from '../scopes';
import { WalletType } from '../wallet/wallet.type';
import { isUtxoChain } from './utxoChain.rules';
import type { TransferEnd, UtxoSide } from './transfer.store';
import { TransferConnection } from './transfer.type';
import { type TransferView, transferView, utxoView } from './transfer.view';
import { filteredPage, type PlacedTransfer, type ReadNewest } from './filteredPage';
import { TransfersArguments } from './transferFilter.input';
import { isSieve, readFilter, type TransferFilter } from './transferFilter.rules';
import { loadUnkept } from './transferPages.loader';
import { newestOf, placeKey, readPlace, type TransferPlace } from './transferPage.rules';

const ends: Readonly<Record<Direction, readonly TransferEnd[]>> = {
  IN: ['toId'],
  OUT: ['fromId'],
  ANY: ['fromId', 'toId'],
};

/**
 * The sides of a direction. A transaction in which a wallet is on both sides (change) is shown once, by the
 * amount that it put in.
 */
const sides: Readonly<Record<Direction, readonly UtxoSide[]>> = {
  IN: ['outputs'],
  OUT: ['inputs'],
  ANY: ['inputs', 'outputs'],
};

@Resolver(() => WalletType)
export class WalletTransfersResolver {
  @FieldResolver(() => TransferConnection, { description: 'Its transfers, the newest first.' })
  @Directive(readsAttribution)
  async transfers(
    @Root() wallet: WalletFacts,
    @Ctx() context: HasTransfers,
    @Args(() => TransfersArguments) asked: TransfersArguments,
  ): Promise<Connection<TransferView>> {
    const page = readPageArguments(asked.first, asked.after);
    const after = page.after === null ? null : readPlace(page.after);
    const filter = readFilter(asked, wallet);
    const readNewest = newestFrom(wallet, filter, context);
    const read = () => filteredPage(filter, { first: page.first, after }, readNewest);
    const found = await (isSieve(filter) ? context.sieve(read) : read());
    return connectionOfPage(found, placeKey, ({ view }) => view, page.after);
  }
}

/**
 * Reads what a wallet received or sent, at every end it is at, merged. The request keeps no page whose rows
 * are tested one by one.
 */
function newestFrom(
  wallet: WalletFacts,
  filter: TransferFilter,
  { transferPages, utxoPages }: HasTransfers,
): ReadNewest {
  const { direction } = filter;
  const load = <Key, Rows>(pages: DataLoader<Key, Rows, string>, key: Key) =>
    isSieve(filter) ? loadUnkept(pages, key) : pages.load(key);
  return async (before, limit) => {
    const asked = { walletId: wallet.id, before, limit };
    const read: Promise<PlacedTransfer[]>[] = ends[direction].map(async (end) =>
      (await load(transferPages, { ...asked, end })).map((row) => ({
        ...placeOf(row),
        view: transferView(row),
      })),
    );
    if (isUtxoChain(wallet.chain)) {
      read.push(
        ...sides[direction].map(async (side) =>
          (await load(utxoPages, { ...asked, end: side })).map((row) => ({
            ...placeOf(row),
            view: utxoView(row, wallet.id, side),
          })),
        ),
      );
    }
    return newestOf(await Promise.all(read), limit);
  };
}

const placeOf = ({ at, seq }: TransferPlace): TransferPlace => ({ at, seq });
