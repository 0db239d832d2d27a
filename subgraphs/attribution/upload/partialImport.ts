import type { UploadRecord } from '../../../shared/upload/upload.record';

const uploadAgain = 'Upload the same file again: rows that are stored stay as they are.';

/** Says what a failed import leaves, with the number of rows of the batches that were written. */
export const partialImport = (rows: number): string =>
  rows > 0
    ? `The first ${rows} rows were imported, and later ones may be stored. ${uploadAgain}`
    : `Rows may be stored. ${uploadAgain}`;

/** Returns the problem of an import that was cut off; null for any other upload. One that did not arrive whole has no files. */
export const cutOffProblem = ({ state, files }: UploadRecord): string | null =>
  state === 'CUT_OFF' && files.length > 0
    ? `The import was cut off, and rows up to any place may be stored. ${uploadAgain}`
    : null;
