import { designationKinds, type LegalProcessKind } from '../vocabulary/legalProcessKinds';
import { type LawCode, laws, memberStates } from './laws';

/** The fields of a legal process that tell its law. */
export interface Designated {
  readonly kind: LegalProcessKind;
  readonly authority: string;
  readonly law?: LawCode | null | undefined;
}

/**
 * Returns the law that a designation is under; null where nobody recorded it, and for other processes. One that was
 * recorded without its law is under that of the authority that it names; OFAC's own kind is else under US law.
 */
export function lawOf({ kind, authority, law }: Designated): LawCode | null {
  if (!designationKinds.includes(kind)) return null;
  if (law) return law;
  const named = laws.find((known) => known.authority.test(authority));
  return named?.code ?? (kind === 'OFAC_DESIGNATION' ? 'US' : null);
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Returns a jurisdiction or a law in its one spelling (`UK` for `GB`); null for a code of none. */
export function parseLawCode(code: string): LawCode | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  if (code === 'GB' || code === 'UK') return 'UK';
  if (laws.some((law) => law.code === code)) return code;
  const isCountry = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && countries.of(code);
  return isCountry && !reservedCodes.includes(code) ? code : null;
}

/** Codes that are named like countries and are none: pseudo-locales, groups, and "unknown". */
const reservedCodes = ['EZ', 'QO', 'XA', 'XB', 'ZZ'];

/** Tells if a law binds a venue of these jurisdictions. */
export const binds = (law: LawCode, jurisdictions: readonly string[]): boolean =>
  jurisdictions.includes(law) ||
  (law === 'EU' && jurisdictions.some((jurisdiction) => memberStates.includes(jurisdiction)));

/** Returns the time zone in which the days of a law are counted; null where that is not known. */
export const timeZoneOf = (law: LawCode | null): string | null =>
  laws.find(({ code }) => code === law)?.timeZone ?? null;
