import type { Data } from '../../call/unavailableValue';
import type { EntityStep, GivenCall } from '../step';
import type { BatchQueue } from './batchQueue';
import { type AnsweredBatch, answeredBatch, type EntityBatch } from './entityBatch';
import { isWhole } from './isWhole';
import type { RequestCalls } from './requestCalls';
import { objectsAt } from './rootEntities';
import type { EntityCall } from './subgraphCall';

/** The place of an entity's answer: the batch that asks for it, and its position there. */
interface Place {
  readonly batch: EntityBatch | AnsweredBatch;
  readonly index: number;
  /** The turn of asking in which it was added. */
  readonly turn: number;
}

/** Entities, and the keys of their representations: entities with one key are asked for once. */
export interface AskedEntities {
  readonly entities: readonly Data[];
  readonly keys: readonly string[];
}

/** The entities of one request. Each is asked for once, except in a mutation, after which another answer may be right. */
export class EntityCalls {
  readonly #known = new Map<EntityCall, Map<string, Place>>();
  /** By call: entities that a larger call asks for, by their keys in this one. */
  readonly #covering = new Map<EntityCall, Map<string, Place>>();
  #turn = 0;

  constructor(
    private readonly calls: RequestCalls,
    private readonly batches: BatchQueue,
  ) {}

  /** Notes objects of an answer to root fields as answers to calls for entities, where they have every field of these. */
  know(given: readonly GivenCall[], answer: Data, isWhole: boolean): void {
    if (given.length === 0 || !this.calls.savings.has('entities') || !this.calls.isQuery) return;
    for (const { call, representation, objects } of given) {
      const answers = objectsAt(answer, objects) as Data[];
      const batch = answeredBatch(answers, isWhole);
      const covering = this.#coveringOf(call);
      for (const [index, object] of answers.entries()) {
        const key = representation.keyOf(object);
        const hasAll = call.asked.fields.every(({ from }) => Object.hasOwn(object, from));
        if (key !== undefined && hasAll && !covering.has(key)) covering.set(key, { batch, index, turn: 0 });
      }
    }
  }

  /** Asks for the entities of a step. `done` is given the answer for each of them, with unavailable values marked within. */
  ask(step: EntityStep, asked: AskedEntities, done: (answers: readonly unknown[]) => void): void {
    const places = this.#placesOf(step, asked);
    whenAnswered(places, () => {
      const answers = new Array<unknown>(places.length);
      let mayHaveLost = false;
      for (let i = 0; i < places.length; i++) {
        const { batch, index } = places[i] as Place;
        answers[i] = batch.answers?.[index];
        mayHaveLost ||= batch.call !== step.call && !batch.isWhole;
      }
      if (mayHaveLost) this.#askLost(step, asked, { places, answers }, done);
      else done(answers);
    });
  }

  /** Asks anew for the fields that a larger call lost. */
  #askLost(
    step: EntityStep,
    { entities, keys }: AskedEntities,
    { places, answers }: { readonly places: readonly Place[]; readonly answers: unknown[] },
    done: (answers: readonly unknown[]) => void,
  ): void {
    const lost: number[] = [];
    for (let i = 0; i < places.length; i++)
      if (places[i]?.batch.call !== step.call && !isWhole(answers[i], step.call.asked)) lost.push(i);
    if (lost.length === 0) return done(answers);
    const covering = this.#covering.get(step.call);
    for (const i of lost) covering?.delete(keys[i] as string);
    this.calls.counts.knownEntities -= lost.length;
    const again = {
      entities: lost.map((i) => entities[i] as Data),
      keys: lost.map((i) => keys[i] as string),
    };
    this.ask(step, again, (found) => {
      for (const [position, i] of lost.entries()) answers[i] = found[position];
      done(answers);
    });
  }

  /**
   * Returns the places of entities fetched before, by this call or a larger one, or to be fetched in this
   * wave.
   */
  #placesOf(step: EntityStep, { entities, keys }: AskedEntities): readonly Place[] {
    const { call } = step;
    const { savings, counts, isQuery } = this.calls;
    const reuses = savings.has('entities') && isQuery;
    const once = savings.has('representations');
    const known = reuses ? this.#knownOf(call) : new Map<string, Place>();
    const covering = this.#covering.get(call);
    const turn = ++this.#turn;
    let batch: EntityBatch | undefined;
    const places = new Array<Place>(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      const had = known.get(key);
      const isAdded = had?.turn === turn;
      const place = isAdded ? (once ? had : undefined) : (had ?? covering?.get(key));
      if (place) {
        if (isAdded) counts.equalRepresentations++;
        else counts.knownEntities++;
        places[i] = place;
        continue;
      }
      const entity = entities[i] as Data;
      batch ??= this.batches.batchOf(step);
      const added = { batch, index: batch.representations.push(step.representation.of(entity)) - 1, turn };
      known.set(key, added);
      if (reuses) this.#noteCovered(step, entity, added);
      places[i] = added;
    }
    return places;
  }

  /** Notes that an entity's answer serves smaller calls too. */
  #noteCovered({ covered }: EntityStep, entity: Data, place: Place): void {
    for (const { call, representation } of covered) {
      const key = representation.keyOf(entity);
      if (key === undefined) continue;
      const covering = this.#coveringOf(call);
      if (!covering.has(key)) covering.set(key, place);
    }
  }

  #coveringOf(call: EntityCall): Map<string, Place> {
    const covering = this.#covering.get(call) ?? new Map<string, Place>();
    this.#covering.set(call, covering);
    return covering;
  }

  #knownOf(call: EntityCall): Map<string, Place> {
    const known = this.#known.get(call) ?? new Map<string, Place>();
    this.#known.set(call, known);
    return known;
  }
}

/** Goes on when all batches of some places are answered: at once where they are. */
function whenAnswered(places: readonly Place[], goOn: () => void): void {
  let left = 1;
  let last: Place['batch'] | undefined;
  const arrive = () => {
    if (--left === 0) goOn();
  };
  for (const { batch } of places) {
    if (batch === last || batch.answers) continue;
    last = batch;
    left++;
    batch.onAnswer(arrive);
  }
  arrive();
}
