import { AskError } from '../../graph/ask';
import { carryOut } from '../../graph/carryOut';
import {
  type AmountColumn,
  ObserveAmountDocument,
  RecordInflowDocument,
  RegisterHoldingDocument,
} from '../../graph/generated/graphql';
import { baseUnitsOf } from '../../parts/amountText';
import { wordsOf } from '../../parts/words';
import type { Recording } from '../../recording/RecordButton';
import { textOf, type Typed, type TypedField } from '../../recording/typed';
import { recordingTexts as texts } from '../../texts/recording';
import type { ActAsset, ActSubject } from './actForm';
import { assetOptions } from './assetOptions';

const columns: readonly AmountColumn[] = ['HELD', 'FROZEN', 'INFLOW', 'SEIZED', 'RELEASED', 'DESTROYED'];

const assetField = (assets: readonly ActAsset[]): TypedField => ({
  name: 'asset',
  label: texts.heldAsset,
  kind: 'CHOICE',
  required: true,
  ...(assets.length === 0 ? { hint: texts.noAsset } : {}),
  options: assetOptions(assets),
});

const amountField: TypedField = { name: 'amount', label: texts.amount, kind: 'AMOUNT', required: true };

/**
 * Returns the typed amount in base units of the chosen asset, whose choice tells where its decimals are not known. Throws where
 * it has too many decimal places.
 */
function amountIn(
  assets: readonly ActAsset[],
  typed: Typed,
): { readonly asset: string; readonly amount: string } {
  const asset = textOf(typed, 'asset');
  const { symbol = asset, decimals } = assets.find(({ id }) => id === asset) ?? {};
  const amount = baseUnitsOf(textOf(typed, 'amount'), decimals ?? 0);
  if (amount === undefined) throw new AskError(texts.badAmount(symbol, decimals ?? 0), 'BAD_USER_INPUT');
  return { asset, amount };
}

/** A holding in an asset that the account was not known to have. Its decimals are not known here: amounts are in base units. */
export const holdingRecording = ({ account }: ActSubject): Recording => ({
  label: texts.registerHolding,
  fields: [
    { name: 'asset', label: texts.asset, kind: 'TEXT', hint: texts.assetHint, required: true },
    { name: 'held', label: texts.held, kind: 'NUMBER' },
    { name: 'frozen', label: texts.frozen, kind: 'NUMBER' },
    { name: 'inflow', label: texts.inflow, kind: 'NUMBER' },
  ],
  send: (typed, key) =>
    carryOut(RegisterHoldingDocument, {
      input: {
        key,
        account,
        asset: textOf(typed, 'asset'),
        held: textOf(typed, 'held') || null,
        frozen: textOf(typed, 'frozen') || null,
        inflow: textOf(typed, 'inflow') || null,
      },
    }),
});

/** Amounts of assets that the account is known to have, in whole units where an asset's decimals are known. */
export const amountRecordings = ({ account, assets }: ActSubject): readonly Recording[] => [
  {
    label: texts.observeAmount,
    fields: [
      assetField(assets),
      {
        name: 'column',
        label: texts.column,
        kind: 'CHOICE',
        required: true,
        options: columns.map((value) => ({ value, label: wordsOf(value) })),
      },
      amountField,
    ],
    send: async (typed, key) =>
      carryOut(ObserveAmountDocument, {
        input: { key, account, column: textOf(typed, 'column') as AmountColumn, ...amountIn(assets, typed) },
      }),
  },
  {
    label: texts.recordInflow,
    fields: [assetField(assets), amountField],
    send: async (typed, key) =>
      carryOut(RecordInflowDocument, { input: { key, account, ...amountIn(assets, typed) } }),
  },
];
