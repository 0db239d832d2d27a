import type { CrossingRecord } from '../crossing/crossing.record';
import { type CrossingView, crossingView } from '../crossing/crossing.view';
import type { NamedMovement } from '../transfer/namedMovement';
import { type MovementView, movementView } from '../transfer/transfer.view';

/** A hop as a client sees it, with the crossing by which it follows the hop before; null where that is the same asset. */
export interface HopView extends MovementView {
  readonly crossing: CrossingView | null;
}

/** A hop as a client sees it: of the wallets that may have paid, the one that the way came from. */
export const hopView = (
  movement: NamedMovement,
  fromId: string,
  crossing: CrossingRecord | null,
): HopView => ({
  ...movementView({ ...movement, fromId }),
  crossing: crossing && crossingView(crossing),
});
