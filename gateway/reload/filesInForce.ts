/** A file that is followed, and checked against the other files in force. */
export interface CheckedFile {
  /** Tries a rejected content again. Does nothing where none was rejected. */
  retry(): void;
}

/**
 * The files that are checked against each other: the supergraph, the policies that it names, and the
 * contracts of its tags. When one of them comes in force, rejected ones are tried again: the order of writing
 * does not matter.
 */
export class FilesInForce {
  readonly #files: CheckedFile[] = [];

  add(...files: readonly CheckedFile[]): void {
    this.#files.push(...files);
  }

  /** Returns the `onReload` of one of the files: it calls `report` for each change, too. */
  onReload(report: (rejected: boolean) => void): (rejected: boolean) => void {
    return (rejected) => {
      report(rejected);
      if (!rejected) for (const file of this.#files) file.retry();
    };
  }
}
