import { accountTexts } from '../../texts/account';
import type { ActAsset } from './actForm';

/** Returns the assets as choices. An asset whose decimals are not known takes its amount in base units, and says so. */
export const assetOptions = (assets: readonly ActAsset[]) =>
  assets.map(({ id, symbol, decimals }) => ({
    value: id,
    label: decimals === null || decimals === undefined ? `${symbol} (${accountTexts.inBaseUnits})` : symbol,
  }));
