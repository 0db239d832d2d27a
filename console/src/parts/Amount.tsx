import { partTexts } from '../texts/parts';
import { amountText, type AssetFacts } from './amountText';

/** An amount in units that a person reads; the exact base units on demand (hover, or a screen reader's description). */
export function Amount({
  of,
  asset,
}: {
  readonly of: string | null | undefined;
  readonly asset: AssetFacts | null | undefined;
}) {
  if (of === null || of === undefined) return <span>{partTexts.unknown}</span>;
  const facts = asset ?? { symbol: '', decimals: null };
  return (
    <span title={partTexts.exact(of)} style={{ whiteSpace: 'nowrap' }}>
      {amountText(of, facts, partTexts.unknownAsset)}
    </span>
  );
}
