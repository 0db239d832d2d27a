import type { Data } from '../../call/unavailableValue';
import type { EntityStep } from '../step';
import { askAlone, askTogether } from './askBatches';
import { type EntityBatch, openBatch } from './entityBatch';
import { isWhole } from './isWhole';
import type { RequestCalls } from './requestCalls';
import type { EntityCall } from './subgraphCall';

/** Where the answer for an entity is: the batch that asks for it, and its position there. */
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

  /**
   * Asks for what a step wants of entities. Resolves to what the subgraph answered for each of them, with what is
   * unavailable marked within. `keys` are those of their representations: entities with one key are asked for once.
   */
  async ask(step: EntityStep, entities: readonly Data[], keys: readonly string[]): Promise<unknown[]> {
    const places = this.#placesOf(step, entities, keys);
    const answers: unknown[] = [];
    for (const { batch, index } of places) {
      const answered = batch.answers ?? (await batch.answered);
      answers.push(answered[index]);
    }
    await this.#askLost(step, { entities, keys, places, answers });
    return answers;
  }

  /** Asks anew for what a larger call was to answer and did not. */
  async #askLost(
    step: EntityStep,
    {
      entities,
      keys,
      places,
      answers,
    }: {
      readonly entities: readonly Data[];
      readonly keys: readonly string[];
      readonly places: readonly Place[];
      readonly answers: unknown[];
    },
  ): Promise<void> {
    const lost: number[] = [];
    for (let i = 0; i < places.length; i++)
      if (places[i]?.batch.call !== step.call && !isWhole(answers[i], step.call.asked)) lost.push(i);
    if (lost.length === 0) return;
    const covering = this.#covering.get(step.call);
    for (const i of lost) covering?.delete(keys[i] as string);
    this.calls.counts.knownEntities -= lost.length;
    const again = await this.ask(
      step,
      lost.map((i) => entities[i] as Data),
      lost.map((i) => keys[i] as string),
    );
    for (const [position, i] of lost.entries()) answers[i] = again[position];
  }

  /** The places of what was asked for before, by this call or a larger one, or is to be asked for in this wave. */
  #placesOf(step: EntityStep, entities: readonly Data[], keys: readonly string[]): readonly Place[] {
    const { call } = step;
    const { savings, counts, isQuery } = this.calls;
    const reuses = savings.has('entities') && isQuery;
    const once = savings.has('representations');
    const known = reuses ? this.#knownOf(call) : undefined;
    const covering = this.#covering.get(call);
    const added = new Map<string, Place>();
    let batch: EntityBatch | undefined;
    return keys.map((key, i) => {
      const equal = once ? added.get(key) : undefined;
      if (equal) {
        counts.equalRepresentations++;
        return equal;
      }
      const had = added.has(key) ? undefined : (known?.get(key) ?? covering?.get(key));
      if (had) {
        counts.knownEntities++;
        return had;
      }
      const entity = entities[i] as Data;
      batch ??= this.#batchOf(call);
      const place = { batch, index: batch.representations.push(step.representation.of(entity)) - 1 };
      added.set(key, place);
      known?.set(key, place);
      if (reuses) this.#noteCovered(step, entity, place);
      return place;
    });
  }

  /** Notes that an entity's answer serves smaller calls too. */
  #noteCovered({ covered }: EntityStep, entity: Data, place: Place): void {
    for (const { call, representation } of covered) {
      const key = representation.keyOf(entity);
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

/** Runs when all that goes on without another answer has gone on: after the promises that are settled by now. */
function atEndOfWave(run: () => void): void {
  void Promise.resolve().then(() => process.nextTick(run));
}
