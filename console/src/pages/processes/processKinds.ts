import type { LegalProcessKind } from '../../graph/generated/graphql';
import { wordsOf } from '../../parts/words';

const kinds: readonly LegalProcessKind[] = [
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
];

const special: Readonly<Record<string, string>> = { OFAC_DESIGNATION: 'OFAC designation' };

export const kindText = (kind: LegalProcessKind): string => special[kind] ?? wordsOf(kind);

export const kindOptions = kinds.map((value) => ({ value, label: kindText(value) }));
