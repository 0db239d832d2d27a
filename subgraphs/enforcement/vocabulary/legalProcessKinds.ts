/** What a legal process is (DOMAIN, "Legal process"). */
export const legalProcessKinds = [
  'OFAC_DESIGNATION',
  'SANCTIONS_DESIGNATION',
  'SEIZURE_WARRANT',
  'RESTRAINING_ORDER',
  'SUBPOENA',
  'PRESERVATION_REQUEST',
  'FREEZE_REQUEST',
  'FORFEITURE_ORDER',
  'LICENCE',
  'COURT_RELEASE',
  'ISSUER_POLICY',
] as const;

export type LegalProcessKind = (typeof legalProcessKinds)[number];

/** Nobody serves these: they bind from the moment at which they are in force. */
export const designationKinds: readonly LegalProcessKind[] = ['OFAC_DESIGNATION', 'SANCTIONS_DESIGNATION'];

/** Whether the subject, and those who need not know, may be told that the process exists. */
export const disclosures = ['OPEN', 'RESTRICTED'] as const;
