export interface RowCounts {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** The texts of imports from files, uploaded or by the command line. */
export const importTexts = {
  title: 'Imports',
  hint: 'Files of transfers, swaps, deposit wallets and labels, newest first: uploaded, or imported by the command line.',
  none: 'No file was imported.',
  file: 'File',
  kind: 'Kind',
  started: 'Started',
  rows: 'Rows',
  rowsOf: ({ read, stored, duplicates, quarantined }: RowCounts) =>
    `${read} read: ${stored} new, ${duplicates} duplicates, ${quarantined} quarantined`,
  notEnded: 'not ended: its counts are not known',
  quarantined: 'Quarantined rows',
  quarantinedOf: (file: string) => `Quarantined rows of ${file}`,
  line: 'Line',
  rowKind: 'Kind',
  reason: 'Reason',
} as const;
