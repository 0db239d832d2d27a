/** A file that is followed, and checked against the other files in force. */
export interface CheckedFile {
  /** Tries a refused content again. Does nothing where none was refused. */
  retry(): void;
}

/**
 * The files that are checked against each other: the supergraph, the policies that it names, and the contracts of its tags.
 * When one of them comes in force, refused ones are tried again: it does not matter which is written first.
 */
export class FilesInForce {
  readonly #files: CheckedFile[] = [];

  add(...files: readonly CheckedFile[]): void {
    this.#files.push(...files);
  }

  /** Returns the `onReload` of one of the files: `report` is told of each change, too. */
  onReload(report: (refused: boolean) => void): (refused: boolean) => void {
    return (refused) => {
      report(refused);
      if (!refused) for (const file of this.#files) file.retry();
    };
  }
}
