import type DataLoader from 'dataloader';
import type { QuarantinedRowRecord } from './importLog.record';
import type { ImportLogStore } from './importLog.store';
import { type QuarantinedPageKey, quarantinedPages } from './quarantinedPages.loader';

/** The log of imports, and the rows that they quarantined. */
export interface HasImportLog {
  readonly stores: { readonly importLog: ImportLogStore };
  readonly quarantinedPages: DataLoader<QuarantinedPageKey, readonly QuarantinedRowRecord[], string>;
}

export const loadImportLog = (importLog: ImportLogStore): Pick<HasImportLog, 'quarantinedPages'> => ({
  quarantinedPages: quarantinedPages(importLog),
});
