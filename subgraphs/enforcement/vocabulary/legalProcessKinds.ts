/** The kinds of legal process (DOMAIN, "Legal process"). */
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

/**
 * The disclosure of a process: whether the subject, and those who need not know, may be told that it exists.
 */
export const disclosures = ['OPEN', 'RESTRICTED'] as const;
