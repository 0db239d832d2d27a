import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import { Direction } from '../../../shared/subgraph/direction';
import type { HasTransfers } from './transfer.context';
import { readsAttribution } from '../scopes';
import { WalletType } from '../wallet/wallet.type';
import { isUtxoChain } from './utxoChain.rules';
import type { TransferEnd, UtxoSide } from './transfer.store';
import { TransferConnection } from './transfer.type';
import { type TransferView, transferView, utxoView } from './transfer.view';
import { newestOf, placeKey, readPlace, type TransferPlace } from './transferPage.rules';

const ends: Readonly<Record<Direction, readonly TransferEnd[]>> = {
  IN: ['toId'],
  OUT: ['fromId'],
  ANY: ['fromId', 'toId'],
};

/** A transaction in which a wallet is on both sides (change) is shown once, by what it put in. */
const sides: Readonly<Record<Direction, readonly UtxoSide[]>> = {
  IN: ['outputs'],
  OUT: ['inputs'],
  ANY: ['inputs', 'outputs'],
};

/** A row of a page, with its place among the others. */
interface PlacedTransfer extends TransferPlace {
  readonly view: TransferView;
}

@Resolver(() => WalletType)
export class WalletTransfersResolver {
  @FieldResolver(() => TransferConnection, { description: 'Its transfers, the newest first.' })
  @Directive(readsAttribution)
  async transfers(
    @Root() wallet: WalletFacts,
    @Ctx() { transferPages, utxoPages }: HasTransfers,
    @Arg('direction', () => Direction, { description: 'IN: what it received. OUT: what it sent.' })
    direction: Direction,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<TransferView>> {
    const page = readPageArguments(first, after);
    const before = page.after === null ? null : readPlace(page.after);
    const asked = { walletId: wallet.id, before, limit: first + 1 };
    const read: Promise<PlacedTransfer[]>[] = ends[direction].map(async (end) =>
      (await transferPages.load({ ...asked, end })).map((row) => ({
        ...placeOf(row),
        view: transferView(row),
      })),
    );
    if (isUtxoChain(wallet.chain)) {
      read.push(
        ...sides[direction].map(async (side) =>
          (await utxoPages.load({ ...asked, end: side })).map((row) => ({
            ...placeOf(row),
            view: utxoView(row, wallet.id, side),
          })),
        ),
      );
    }
    const found = pageOfRead(newestOf(await Promise.all(read), first + 1), first, null);
    return connectionOfPage(found, placeKey, ({ view }) => view, page.after);
  }
}

const placeOf = ({ at, seq }: TransferPlace): TransferPlace => ({ at, seq });
