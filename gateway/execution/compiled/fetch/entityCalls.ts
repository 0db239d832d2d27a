import type { Data } from '../../call/unavailableValue';
import { askAlone, askTogether } from './askBatches';
import { type EntityBatch, openBatch } from './entityBatch';
import { isWhole } from './isWhole';
import type { RequestCalls } from './requestCalls';
import type { EntityCall } from './subgraphCall';

/** An entity that a fetch asks for. */
export interface WantedEntity {
  /** Stands for all that is passed along: entities with one key have equal representations. */
  readonly key: string;
  representation(): Data;
  /** Other calls that this one answers too, with the key that the entity has in them. */
  covered(): readonly { readonly call: EntityCall; readonly key: string | undefined }[];
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
  /** By call: entities that a larger call asks for, by their keys in this one. */
  readonly #covering = new Map<EntityCall, Map<string, Place>>();

  constructor(private readonly calls: RequestCalls) {}

  /** Resolves to what the subgraph answered for each entity, in order, with what is unavailable marked within. */
  async ask(call: EntityCall, wanted: readonly WantedEntity[]): Promise<readonly unknown[]> {
    const places = this.#placesOf(call, wanted);
    const answers = await answersAt(places);
    const lost = wanted.filter((_, i) => places[i]?.batch.call !== call && !isWhole(answers[i], call.asked));
    if (lost.length === 0) return answers;
    for (const { key } of lost) this.#covering.get(call)?.delete(key);
    this.calls.counts.knownEntities -= lost.length;
    const again = await this.ask(call, lost);
    const found = new Map(lost.map(({ key }, i) => [key, again[i]]));
    return wanted.map(({ key }, i) => (found.has(key) ? found.get(key) : answers[i]));
  }

  /** The places of what was asked for before, by this call or a larger one, or is to be asked for in this wave. */
  #placesOf(call: EntityCall, wanted: readonly WantedEntity[]): readonly Place[] {
    const { savings, counts, isQuery } = this.calls;
    const reuses = savings.has('entities') && isQuery;
    const known = reuses ? this.#knownOf(call) : undefined;
    const covering = this.#covering.get(call);
    let batch: EntityBatch | undefined;
    return wanted.map((entity) => {
      const place = known?.get(entity.key) ?? covering?.get(entity.key);
      if (place) {
        counts.knownEntities++;
        return place;
      }
      batch ??= this.#batchOf(call);
      const added = { batch, index: batch.representations.push(entity.representation()) - 1 };
      known?.set(entity.key, added);
      if (reuses) this.#noteCovered(entity, added);
      return added;
    });
  }

  /** Notes that an entity's answer serves smaller calls too. */
  #noteCovered({ covered }: WantedEntity, place: Place): void {
    for (const { call, key } of covered()) {
      if (key === undefined) continue;
      const covering = this.#covering.get(call) ?? new Map<string, Place>();
      this.#covering.set(call, covering);
      if (!covering.has(key)) covering.set(key, place);
    }
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

/** Resolves to the answers at these places, when all are there. */
async function answersAt(places: readonly Place[]): Promise<readonly unknown[]> {
  const answers = new Map<EntityBatch, readonly unknown[]>();
  for (const { batch } of places) if (!answers.has(batch)) answers.set(batch, await batch.answered);
  return places.map(({ batch, index }) => answers.get(batch)?.[index]);
}

/** Runs when all that goes on without another answer has gone on: after the promises that are settled by now. */
function atEndOfWave(run: () => void): void {
  void Promise.resolve().then(() => process.nextTick(run));
}
