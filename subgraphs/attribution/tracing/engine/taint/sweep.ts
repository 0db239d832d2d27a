import type { Flows, HoldingOf, Holders } from './flows';
import { lotSweep } from './lotSweep';
import { singleTaintSweep } from './haircutSweep';
import { mixtureSweep } from './mixtureSweep';
import { poisonSweep } from './poisonSweep';
import type { TaintMethod } from './taintMethod';

/** Returns the funds that a method leaves in every holder once all flows have happened. */
export function sweep(method: TaintMethod, flows: Flows, holders: Holders): HoldingOf {
  switch (method) {
    case 'POISON':
      return poisonSweep(flows, holders);
    case 'HAIRCUT':
      return singleTaintSweep(flows, holders) ?? mixtureSweep(flows, holders);
    case 'FIFO':
    case 'LIFO':
    case 'TIHO':
      return lotSweep(method, flows, holders);
  }
}
