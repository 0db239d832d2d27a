import type { DescribedList, PublishedList } from '../import/publishList';

/** The report of an uploaded list: what is approved. Nothing in it depends on when or where it was made. */
export type ListReport = Pick<
  PublishedList,
  | 'list'
  | 'version'
  | 'publishedOn'
  | 'dateAssumed'
  | 'inForce'
  | 'entries'
  | 'aliases'
  | 'addresses'
  | 'wallets'
  | 'relationships'
  | 'added'
  | 'removed'
  | 'changed'
  | 'relinked'
  | 'quarantined'
  | 'absent'
  | 'warnings'
>;

/** A report stays readable: it names this many warnings. */
const maxWarnings = 100;

/**
 * Returns the reports of all lists of an upload, as JSON: the text that its digest covers. A list that is published already
 * differs from nothing any more: its report is the approved one of the same version.
 */
export const reportText = (
  described: readonly DescribedList[],
  approved: readonly ListReport[] = [],
): string =>
  JSON.stringify(
    described.map(({ report, isThere }) => {
      const before = approved.find(({ list, version }) => list === report.list && version === report.version);
      return isThere && before ? before : listReport(report);
    }),
  );

const listReport = (published: PublishedList): ListReport => ({
  list: published.list,
  version: published.version,
  publishedOn: published.publishedOn,
  dateAssumed: published.dateAssumed,
  inForce: published.inForce,
  entries: published.entries,
  aliases: published.aliases,
  addresses: published.addresses,
  wallets: published.wallets,
  relationships: published.relationships,
  added: published.added,
  removed: published.removed,
  changed: published.changed,
  relinked: published.relinked,
  quarantined: published.quarantined,
  absent: published.absent,
  warnings: published.warnings.slice(0, maxWarnings),
});

export const readReport = (text: string): readonly ListReport[] => JSON.parse(text) as ListReport[];
