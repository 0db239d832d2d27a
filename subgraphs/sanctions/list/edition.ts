import type { ListVersionRecord } from './listVersion.record';

/** The name of a version as it was imported: a corrected edition has another. */
export const editionOf = ({
  list,
  version,
  digest,
}: Pick<ListVersionRecord, 'list' | 'version' | 'digest'>): string => `${list}@${version}#${digest}`;
