import { keyAfterPrefix, tableKey, tableRange } from '../engine/keySpace';
import type { KeyRange } from '../engine/storage';
import type { Bounds } from './bounds';

/** More stretches than this are not worth the seeking: later fields are then left to the filter. */
const maxRanges = 5000;

export interface RangeComponent {
  readonly descending: boolean;
  readonly bounds: Bounds | undefined;
}

export interface KeyRanges {
  /** In order, without overlap. */
  readonly ranges: readonly KeyRange[];
  /** The number of components that bound the ranges. */
  readonly bounded: number;
  /** The number of leading components that have exactly one value. */
  readonly fixed: number;
  /** Some bound was too long for a key, so that the ranges hold more than was asked. */
  readonly widened: boolean;
  /** Each range is all the keys with one value in every component. */
  readonly complete: boolean;
}

/** The stretches of an index that the bounds of its components leave. */
export function keyRangesOf(
  table: number,
  components: readonly RangeComponent[],
  reliableBytes: number,
): KeyRanges {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let bounded = 0;
  let fixed = 0;
  for (const { bounds, descending } of components) {
    if (bounds?.kind !== 'points' || prefixes.length * bounds.points.length > maxRanges) break;
    const points = descending ? bounds.points.map(invert).reverse() : bounds.points;
    if (points.length === 1 && fixed === bounded) fixed++;
    prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
    bounded++;
  }
  const complete = bounded === components.length;
  const next = components[bounded];
  const builder = new RangeBuilder(table, reliableBytes);
  if (next?.bounds?.kind === 'range') {
    const { low, high } = next.bounds;
    const [start, end] = next.descending ? [afterInverted(high), afterInverted(low)] : [low, high];
    if (Buffer.compare(start, end) < 0) for (const prefix of prefixes) builder.addRange(prefix, start, end);
    bounded++;
  } else if (bounded === 0) builder.addAll();
  else for (const prefix of prefixes) builder.addPrefix(prefix);
  return { ranges: builder.finish(), bounded, fixed, widened: builder.widened, complete };
}

function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}

/** Where a descending component ends: inverted bytes come in the opposite order, with their continuations after them. */
function afterInverted(bytes: Buffer): Buffer {
  return keyAfterPrefix(invert(bytes)) ?? Buffer.from([0xff]);
}

class RangeBuilder {
  private readonly ranges: KeyRange[] = [];
  widened = false;

  constructor(
    private readonly table: number,
    private readonly reliableBytes: number,
  ) {}

  addAll(): void {
    this.ranges.push(tableRange(this.table));
  }

  addPrefix(prefix: Buffer): void {
    const start = this.cut(prefix);
    this.add(start, keyAfterPrefix(start));
  }

  addRange(prefix: Buffer, start: Buffer, end: Buffer): void {
    const low = Buffer.concat([prefix, start]);
    const high = Buffer.concat([prefix, end]);
    const cutHigh = this.cut(high);
    this.add(this.cut(low), cutHigh === high ? high : keyAfterPrefix(cutHigh));
  }

  private add(start: Buffer, end: Buffer | undefined): void {
    const last = end ? tableKey(this.table, end) : tableRange(this.table).end;
    this.ranges.push({ start: tableKey(this.table, start), end: last });
  }

  /** Cuts a value to the length that a key keeps. A longer value lies somewhere behind its beginning. */
  private cut(bytes: Buffer): Buffer {
    if (bytes.length <= this.reliableBytes) return bytes;
    this.widened = true;
    return bytes.subarray(0, this.reliableBytes);
  }

  finish(): KeyRange[] {
    const merged: KeyRange[] = [];
    for (const range of this.ranges) {
      const previous = merged.at(-1);
      if (this.widened && previous && Buffer.compare(range.start, previous.end) < 0) {
        const end = Buffer.compare(range.end, previous.end) > 0 ? range.end : previous.end;
        merged[merged.length - 1] = { start: previous.start, end };
      } else merged.push(range);
    }
    return merged;
  }
}
