import { assetOfId } from '../../../shared/caip/assets';

/** What is wrong with an asset's id, or null: answers show symbol and decimals, so only a known asset is let in. */
export function assetProblem(asset: string): string | null {
  try {
    const { id } = assetOfId(asset);
    return id === asset ? null : `${asset} is written ${id}`;
  } catch (error) {
    return (error as Error).message;
  }
}
