import type { ListVersionRecord } from './listVersion.record';

/** The name of a version as it was imported: a corrected edition has another. */
export const editionOf = ({ _id, digest }: Pick<ListVersionRecord, '_id' | 'digest'>): string =>
  `${_id}#${digest}`;
