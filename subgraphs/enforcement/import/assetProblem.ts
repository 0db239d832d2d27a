import { assetOfId } from '../../../shared/caip/assets';

/** What is wrong with an asset's id, or null: it is CAIP-19, in the one spelling that records have. */
export function assetProblem(asset: string): string | null {
  try {
    const { id } = assetOfId(asset);
    return id === asset ? null : `${asset} is written ${id}`;
  } catch (error) {
    return (error as Error).message;
  }
}
