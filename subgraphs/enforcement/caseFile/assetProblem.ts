import { parseAsset } from '../../../shared/caip/assets';

/** Returns the problem of an asset's id, or null: it is CAIP-19, in the one spelling that records have. */
export function assetProblem(asset: string): string | null {
  const read = parseAsset(asset.split('/')[0] ?? '', asset);
  if ('problem' in read) return `${asset}: ${read.problem}`;
  return read.asset.id === asset ? null : `${asset} is written ${read.asset.id}`;
}
