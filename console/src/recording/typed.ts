import { isDay } from '../parts/day';
import { baseUnitsOf } from '../parts/amountText';

/** The kind of a field: what can be typed in it. `AMOUNT` is in whole units of an asset, or in base units. */
export type FieldKind = 'TEXT' | 'DAY' | 'NUMBER' | 'AMOUNT' | 'IDS' | 'YES_NO' | 'CHOICE';

export interface TypedField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  readonly required?: boolean;
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** A form as it is typed, by the names of its fields; several ids of one field are a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};

export const givenOf = (typed: Typed, name: string): string | null => textOf(typed, name) || null;

export const idsOf = (typed: Typed, name: string): string[] => {
  const value = typed[name];
  return typeof value === 'string' || value === undefined ? [] : [...value];
};

/** Tells if what is typed in a field can be sent. The rules decide whether it may be done. */
export function isSound({ name, kind, required = false }: TypedField, typed: Typed): boolean {
  if (kind === 'IDS') return !required || idsOf(typed, name).length > 0;
  const text = textOf(typed, name);
  if (text === '') return !required;
  if (kind === 'DAY') return isDay(text);
  if (kind === 'NUMBER') return /^[1-9]\d{0,77}$/.test(text);
  return kind !== 'AMOUNT' || isAmount(text);
}

/** An amount above 0; how many decimal places it may have is decided where its asset is known. */
const isAmount = (text: string): boolean => baseUnitsOf(text, 80) !== undefined;
