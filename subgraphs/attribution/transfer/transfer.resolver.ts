import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import { Direction } from '../../../shared/subgraph/direction';
import type { AttributionContext } from '../context';
import { readsAttribution } from '../scopes';
import { WalletType } from '../wallet/wallet.type';
import type { TransferRecord } from './transfer.record';
import type { TransferEnd } from './transfer.store';
import { TransferConnection, type TransferType } from './transfer.type';
import { movementView } from './transfer.view';
import { newestOf, placeKey, readPlace } from './transferPage.rules';

const ends: Readonly<Record<Direction, readonly TransferEnd[]>> = {
  IN: ['toId'],
  OUT: ['fromId'],
  ANY: ['fromId', 'toId'],
};

@Resolver(() => WalletType)
export class WalletTransfersResolver {
  @FieldResolver(() => TransferConnection, { description: 'Its transfers, the newest first.' })
  @Directive(readsAttribution)
  async transfers(
    @Root() wallet: WalletFacts,
    @Ctx() { transferPages }: AttributionContext,
    @Arg('direction', () => Direction, { description: 'IN: what it received. OUT: what it sent.' })
    direction: Direction,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<TransferType>> {
    const page = readPageArguments(first, after);
    const before = page.after === null ? null : readPlace(page.after);
    const read = await Promise.all(
      ends[direction].map((end) =>
        transferPages.load({ walletId: wallet.id, end, before, limit: first + 1 }),
      ),
    );
    const found = pageOfRead(newestOf(read, first + 1), first, null);
    return connectionOfPage(found, placeKey, transferView, page.after);
  }
}

function transferView(transfer: TransferRecord): TransferType {
  return { ...movementView(transfer), id: transfer._id, index: transfer.index, source: transfer.source };
}
