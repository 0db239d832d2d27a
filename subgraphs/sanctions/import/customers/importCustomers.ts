import { basename } from 'node:path';
import { fileDigest } from '../../../../shared/rows/fileDigest';
import { importFile, type ImportOptions, type ImportReport } from '../../../../shared/rows/importFile';
import type { SanctionsRecords } from '../../connectSanctions';
import { customerStore } from '../../customer/customer.store';
import type { GivenCustomer } from '../../customer/customer.rules';
import type { Tenant } from '../../customer/tenant.rules';
import { readCustomers } from './readCustomers';

export interface ImportCustomersOptions extends ImportOptions {
  /** The venue whose customers they are; null: the operator's own. */
  readonly tenant: Tenant;
  readonly now?: () => Date;
}

/**
 * Imports customers from a CSV or JSON lines file. A row changes the customer of its id, and is to be screened; one with the
 * same facts changes nothing. A row that cannot be screened as it is given is quarantined by its line, and the rest goes on.
 * It may be cut off at any moment and repeated. Memory grows with the ids of the file, some 100 bytes each. Throws
 * ImportFileError.
 */
export function importCustomers(
  records: Pick<SanctionsRecords, 'customers' | 'customerImports' | 'quarantinedCustomers'>,
  file: string,
  { tenant, now = () => new Date(), ...options }: ImportCustomersOptions,
): Promise<ImportReport> {
  const store = customerStore(records.customers);
  const digest = fileDigest();
  const at = now();
  const recording = { tenant, at, by: `import:${basename(file)}` };
  return importFile<GivenCustomer>(
    { imports: records.customerImports, quarantinedRows: records.quarantinedCustomers },
    {
      kind: 'CUSTOMERS',
      file,
      digest,
      readings: readCustomers(file, at.toISOString().slice(0, 10), { ...options, onChunk: digest.onChunk }),
      async store(batch) {
        const outcomes = await store.record(
          batch.map(({ row }) => row),
          recording,
        );
        const duplicates = outcomes.filter((outcome) => outcome === 'SAME').length;
        return { stored: outcomes.length - duplicates, duplicates, quarantined: [] };
      },
    },
    options,
  );
}
