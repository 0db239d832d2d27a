import { matchKey } from '../../../shared/caip/wallet';

/** The match key of a wallet id that a record holds, without reading the address again: it is canonical. */
export function matchKeyOfId(id: string): string {
  const end = id.lastIndexOf(':');
  return matchKey({ id, chain: id.slice(0, end), address: id.slice(end + 1) });
}
