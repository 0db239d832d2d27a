import type { Data } from '../../call/unavailableValue';
import { askAlone, askTogether } from './askBatches';
import { type EntityBatch, openBatch } from './entityBatch';
import type { RequestCalls } from './requestCalls';
import type { EntityCall } from './subgraphCall';

/** An entity that a fetch asks for. */
export interface WantedEntity {
  /** Says all that is passed along of it: two of the same key have equal representations. */
  readonly key: string;
  representation(): Data;
}

interface Place {
  readonly batch: EntityBatch;
  readonly index: number;
}

/**
 * The entities of one request. What is asked of a subgraph in one wave, that is before another answer comes, is one call;
 * and what was asked for once is not asked for again, but in a mutation, after which another answer may be right.
 */
export class EntityCalls {
  /** The batches that wait for the end of the wave. */
  #waiting: EntityBatch[] = [];
  readonly #known = new Map<EntityCall, Map<string, Place>>();

  constructor(private readonly calls: RequestCalls) {}

  /** Resolves to what the subgraph answered for each entity, in order, with what is unavailable marked within. */
  async ask(call: EntityCall, wanted: readonly WantedEntity[]): Promise<readonly unknown[]> {
    const { savings, counts, isQuery } = this.calls;
    const known = savings.has('entities') && isQuery ? this.#knownOf(call) : undefined;
    let batch: EntityBatch | undefined;
    const places = wanted.map(({ key, representation }) => {
      const place = known?.get(key);
      if (place) {
        counts.knownEntities++;
        return place;
      }
      batch ??= this.#batchOf(call);
      const added = { batch, index: batch.representations.push(representation()) - 1 };
      known?.set(key, added);
      return added;
    });
    const answers = new Map<EntityBatch, readonly unknown[]>();
    for (const place of places)
      if (!answers.has(place.batch)) answers.set(place.batch, await place.batch.answered);
    return places.map((place) => answers.get(place.batch)?.[place.index]);
  }

  #knownOf(call: EntityCall): Map<string, Place> {
    const known = this.#known.get(call) ?? new Map<string, Place>();
    this.#known.set(call, known);
    return known;
  }

  #batchOf(call: EntityCall): EntityBatch {
    const waiting = this.calls.savings.has('waves')
      ? this.#waiting.find((batch) => batch.call === call)
      : undefined;
    if (waiting) {
      this.calls.counts.mergedCalls++;
      return waiting;
    }
    const batch = openBatch(call);
    if (this.#waiting.push(batch) === 1) atEndOfWave(() => this.#askWaiting());
    return batch;
  }

  #askWaiting(): void {
    const batches = this.#waiting;
    this.#waiting = [];
    const groups = new Map<unknown, EntityBatch[]>();
    for (const batch of batches) {
      const group = this.calls.savings.has('waves') ? batch.call.subgraph : batch;
      groups.set(group, [...(groups.get(group) ?? []), batch]);
    }
    for (const [first, ...others] of groups.values()) {
      if (first && others.length === 0) void askAlone(first, this.calls);
      else if (first) void askTogether([first, ...others], this.calls);
    }
  }
}

/** Runs when all that goes on without another answer has gone on: after the promises that are settled by now. */
function atEndOfWave(run: () => void): void {
  void Promise.resolve().then(() => process.nextTick(run));
}
