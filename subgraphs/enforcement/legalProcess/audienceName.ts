/** Somebody whom the audience of a process may name. A subject is unique only within its issuer and its venue. */
export interface AudienceMember {
  readonly issuer: string;
  /** Null for the operator's own people. */
  readonly venue: string | null;
  readonly subject: string;
}

/**
 * Returns the name that an audience holds: issuer, venue and subject, unambiguously. A subject without them, as ledgers
 * held it before, is nobody's name: legal names such an audience again with `amendLegalProcess`.
 */
export const audienceName = ({ issuer, venue, subject }: AudienceMember): string =>
  JSON.stringify([issuer, venue, subject]);
