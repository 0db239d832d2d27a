import { useState } from 'react';
import type { SeenAsset } from './typedFilter';

/** Returns the assets of all transfers that were shown so far, also where a filter leaves none of them. */
export function useSeenAssets(rows: readonly { readonly asset: SeenAsset }[]): readonly SeenAsset[] {
  const [seen, setSeen] = useState<readonly SeenAsset[]>([]);
  const known = new Set(seen.map(({ id }) => id));
  const found = new Map(rows.map(({ asset }) => [asset.id, asset]));
  const added = [...found.values()].filter(({ id }) => !known.has(id));
  if (added.length > 0) setSeen([...seen, ...added]);
  return seen;
}
