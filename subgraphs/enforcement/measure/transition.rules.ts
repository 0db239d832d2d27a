import type { MeasureRecord } from './measure.record';
import { frozenKinds, immovableKinds } from '../vocabulary/measureKinds';
import { inForceAt, type Interval } from './status.rules';

/** The terms of an existing measure that the rules read. */
export type Held = Interval & Partial<Pick<MeasureRecord, 'assets'>>;

/** The lack of a measure, beside a legal process: the code of the rejection (errors.ts), and a sentence. */
export interface TransitionLack {
  readonly code: 'FLAG_MISSING' | 'EXPIRY_MISSING' | 'HOLD_MISSING';
  readonly message: string;
}

type Wanted = Pick<MeasureRecord, 'kind' | 'from' | 'to'> & Partial<Pick<MeasureRecord, 'assets'>>;

/** Tells if a measure is on an asset; null: on the whole account. */
export const reaches = ({ assets }: Partial<Pick<MeasureRecord, 'assets'>>, asset: string | null): boolean =>
  !assets || (asset !== null && assets.includes(asset));

/** Tells if an asset of an account may leave it at an instant only by law. */
export const immovableAt = (measures: readonly Held[], asset: string, at: Date): boolean =>
  measures.some(
    (measure) => immovableKinds.includes(measure.kind) && inForceAt(measure, at) && reaches(measure, asset),
  );

/**
 * Returns what a measure lacks of the measures and the times that it needs (DOMAIN, "Transitions"): the same
 * for imports and for commands. The lacks of a process are in legalProcess.rules.ts.
 */
export function transitionLacks(wanted: Wanted, onAccount: readonly Held[]): TransitionLack[] {
  const inForce = onAccount.filter((measure) => inForceAt(measure, wanted.from));
  switch (wanted.kind) {
    case 'RESTRICT':
      return [
        ...(inForce.some(({ kind }) => kind === 'FLAG') ? [] : [flagMissing]),
        ...(wanted.to && wanted.to > wanted.from ? [] : [expiryMissing]),
      ];
    case 'SEIZE':
      return unheld(wanted.assets ?? [null], inForce).map(holdMissing);
    case 'FLAG':
    case 'FREEZE':
    case 'BLOCK':
    case 'FORFEIT':
      return [];
  }
}

const flagMissing = {
  code: 'FLAG_MISSING',
  message: 'a RESTRICT needs a flag in force on the account',
} as const;
const expiryMissing = {
  code: 'EXPIRY_MISSING',
  message: 'a RESTRICT has an expiry, after its beginning',
} as const;

/** The assets (null: the account whole) that no freeze or block in force is on. */
const unheld = (assets: readonly (string | null)[], inForce: readonly Held[]) =>
  assets.filter(
    (asset) => !inForce.some((measure) => frozenKinds.includes(measure.kind) && reaches(measure, asset)),
  );

const holdMissing = (asset: string | null): TransitionLack => ({
  code: 'HOLD_MISSING',
  message: `a SEIZE needs a freeze or a block in force on ${asset ?? 'the account whole, or names the assets'}`,
});
