import { Catalog } from './catalog';
import { CursorRegistry, type Pace } from './cursors';
import { Storage } from './storage';
import { Sweeper } from './sweeper';
import { WriteCounts } from './writeCounts';
import { WriteQueue } from './writeQueue';

/** Removes what TTL indexes say has expired; `pace` throws where the store is being closed. */
export type RemoveExpired = (engine: Engine, pace: Pace) => Promise<void>;

/** Everything that serves one data folder. */
export class Engine {
  readonly catalog: Catalog;
  readonly writes: WriteQueue;
  readonly cursors = new CursorRegistry();
  readonly startedAt = new Date();
  private readonly sweeper: Sweeper;

  private constructor(
    readonly storage: Storage,
    removeExpired: RemoveExpired,
  ) {
    this.catalog = new Catalog(storage);
    this.writes = new WriteQueue(
      (work) => storage.transact(work),
      () => storage.changes,
      () => this.catalog.load(),
    );
    this.sweeper = new Sweeper(storage, this.writes, (pace) => removeExpired(this, pace));
  }

  /**
   * @param removeExpired what is done each minute with the documents of TTL indexes
   * @param counts counts each write
   * @throws StoreError where the files cannot be used
   */
  static async open(
    folder: string,
    removeExpired: RemoveExpired,
    counts = new WriteCounts(),
  ): Promise<Engine> {
    const engine = new Engine(Storage.open(folder, counts), removeExpired);
    await engine.dropUnfinishedIndexes();
    engine.sweeper.start();
    return engine;
  }

  /** An index whose building was cut off was not promised to anybody. */
  private async dropUnfinishedIndexes(): Promise<void> {
    for (const collection of [...this.catalog.all()]) {
      for (const index of collection.indexes.filter(({ ready }) => !ready)) {
        await this.writes.write(() => this.catalog.dropIndex(collection, index));
      }
    }
  }

  /** Called after tables were dropped: they are emptied in the background. */
  sweepSoon(): void {
    this.sweeper.sweepSoon();
  }

  /** Waits for the writes that were begun and closes the files. */
  async close(): Promise<void> {
    await this.sweeper.stop();
    this.cursors.close();
    await this.writes.stop();
    await this.storage.close();
  }
}
