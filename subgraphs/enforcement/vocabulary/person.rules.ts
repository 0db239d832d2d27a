import type { Identity } from '../../../shared/identity/identity';

/**
 * One of the operator's people, as facts name them: a subject is unique only within its issuer. Without an issuer where
 * a case names somebody, or where the fact is older than this rule.
 */
export interface Person {
  readonly subject: string;
  readonly issuer?: string | null | undefined;
}

/** The caller, as facts name who acts. */
export const personOf = ({ subject, issuer }: Pick<Identity, 'subject' | 'issuer'>) => ({ subject, issuer });

/** Tells if two are one person. Nobody is known to be a person without an issuer. */
export const isSamePerson = (a: Person, b: Person): boolean =>
  a.subject === b.subject && typeof a.issuer === 'string' && a.issuer === b.issuer;

/** Tells if two may be one person: a subject without an issuer may be anybody of that name. */
export const mayBeSamePerson = (a: Person, b: Person): boolean =>
  a.subject === b.subject &&
  (typeof a.issuer !== 'string' || typeof b.issuer !== 'string' || a.issuer === b.issuer);
