/** The figures of the process under measurement. */
export interface Usage {
  /** Of all its threads, the embedded store's too, since its start; microseconds. */
  readonly cpu: NodeJS.CpuUsage;
  /** Bytes. */
  readonly rss: number;
  /** Reads that were sent to the store since its start, by `database.collection command`. */
  readonly queries: Readonly<Record<string, number>>;
}
