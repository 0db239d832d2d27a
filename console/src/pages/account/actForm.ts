import type { AmountInput, EndReason } from '../../graph/generated/graphql';
import { baseUnitsOf } from '../../parts/amountText';
import { isDay } from '../../parts/day';
import { accountTexts } from '../../texts/account';

export interface ActAsset {
  /** CAIP-19. */
  readonly id: string;
  readonly symbol: string;
  readonly decimals?: number | null;
}

/** The account, or the measure on it, that an act changes. */
export interface ActSubject {
  readonly account: string;
  /** Of acts that end a measure. */
  readonly measure?: string;
  /** The assets that the account has, as far as anybody observed. */
  readonly assets: readonly ActAsset[];
}

/** A form as it is typed. */
export interface ActForm {
  readonly processes: readonly string[];
  readonly reason: string;
  /** A day, YYYY-MM-DD, or nothing. */
  readonly until: string;
  readonly claims: readonly string[];
  readonly rule: string;
  readonly endReason: EndReason | null;
  /** The account that a transfer comes in at, or nothing. */
  readonly to: string;
  /** In whole units, by asset. */
  readonly amounts: Readonly<Record<string, string>>;
}

export const emptyActForm: ActForm = {
  processes: [],
  reason: '',
  until: '',
  claims: [],
  rule: '',
  endReason: null,
  to: '',
  amounts: {},
};

/** The fields that acts have beside a reason. */
export type ActField = 'basis' | 'until' | 'grounds' | 'endReason' | 'amounts' | 'to';

/** The first thing that keeps a form from being sent; undefined where nothing does. The rules decide whether it may be done. */
export function problemOf(
  form: ActForm,
  fields: readonly ActField[],
  { assets }: ActSubject,
): string | undefined {
  if (form.reason.trim() === '') return accountTexts.needsReason;
  if (fields.includes('until') && form.until !== '' && !isDay(form.until)) return accountTexts.badDay;
  if (fields.includes('endReason') && form.endReason === null) return accountTexts.needsEndReason;
  const wrong = assets.find(({ id, decimals }) => {
    const typed = form.amounts[id]?.trim();
    return typed && baseUnitsOf(typed, decimals ?? 0) === undefined;
  });
  return wrong ? accountTexts.badAmount(wrong.symbol, wrong.decimals ?? 0) : undefined;
}

/** Returns the typed amounts, in base units; an asset without one is omitted. */
export const amountsOf = (form: ActForm, { assets }: ActSubject): AmountInput[] =>
  assets.flatMap(({ id, decimals }) => {
    const amount = baseUnitsOf(form.amounts[id]?.trim() ?? '', decimals ?? 0);
    return amount === undefined ? [] : [{ asset: id, amount }];
  });
