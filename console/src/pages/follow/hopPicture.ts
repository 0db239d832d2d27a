import { amountText, type AssetFacts } from '../../parts/amountText';
import type { SourceFacts } from '../../parts/sourceFacts';
import { whenText } from '../../parts/whenText';
import { addressOf, shortened, wordsOf } from '../../parts/words';
import type { PictureEdge, PictureGraph, PictureNode } from '../../picture/picture';
import { partTexts } from '../../texts/parts';

export interface DrawnHop {
  readonly txHash: string;
  readonly amount: string;
  readonly at: string;
  readonly illustrative: boolean;
  readonly asset: AssetFacts;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly crossing?: { readonly kind: string; readonly source: SourceFacts } | null;
}

export const walletKey = (id: string) => `wallet ${id}`;

const chainOf = (walletId: string) => walletId.slice(0, walletId.lastIndexOf(':'));

/** A wallet of a picture; `at`: when funds first moved there, where that is known. */
export const walletNode = (id: string, illustrative: boolean, at?: string): PictureNode => ({
  id: walletKey(id),
  kind: 'WALLET',
  label: shortened(addressOf(id), 8, 6),
  detail: chainOf(id),
  illustrative,
  ...(at === undefined ? {} : { at }),
});

export const hopEdge = (hop: DrawnHop): PictureEdge => ({
  id: `hop ${hop.txHash} ${hop.from.id} ${hop.to.id}`,
  from: walletKey(hop.from.id),
  to: walletKey(hop.to.id),
  reversed: false,
  kind: 'HOP',
  label: amountText(hop.amount, hop.asset, partTexts.unknownAsset),
  detail: hop.at.slice(0, 10),
  illustrative: hop.illustrative,
  sources: [],
  facts: [whenText(hop.at), hop.txHash, `${hop.from.id} → ${hop.to.id}`, partTexts.exact(hop.amount)],
  transaction: `${chainOf(hop.to.id)}:${hop.txHash}`,
});

/** Draws a recorded swap or bridge that leads on from another wallet than the one that funds came to. */
function crossingEdge(before: DrawnHop, hop: DrawnHop): PictureEdge[] {
  if (!hop.crossing || before.to.id === hop.from.id) return [];
  return [
    {
      id: `crossing ${before.to.id} ${hop.from.id} ${hop.txHash}`,
      from: walletKey(before.to.id),
      to: walletKey(hop.from.id),
      reversed: false,
      kind: 'CROSSING',
      label: wordsOf(hop.crossing.kind),
      detail: '',
      illustrative: hop.illustrative,
      sources: [hop.crossing.source],
      facts: [`${before.txHash} → ${hop.txHash}`],
    },
  ];
}

/** Draws ways of funds: every wallet and hop once. The time of a wallet is when funds first moved in; of a first one, out. */
export function waysPicture(ways: readonly (readonly DrawnHop[])[]): PictureGraph {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  for (const hops of ways) {
    hops.forEach((hop, i) => {
      const before = hops[i - 1];
      for (const edge of [...(before ? crossingEdge(before, hop) : []), hopEdge(hop)])
        edges.set(edge.id, edge);
      addEarliest(nodes, walletNode(hop.from.id, hop.illustrative, before?.at ?? hop.at));
      addEarliest(nodes, walletNode(hop.to.id, hop.illustrative, hop.at));
    });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function addEarliest(nodes: Map<string, PictureNode>, node: PictureNode): void {
  const known = nodes.get(node.id);
  if (!known) nodes.set(node.id, node);
  else if (node.at !== undefined && (known.at === undefined || node.at < known.at))
    nodes.set(node.id, { ...known, at: node.at });
}

/** Several pictures as one: what they share is drawn once, by the words of the first, at the earliest time of all. */
export function mergedPictures(pictures: readonly PictureGraph[]): PictureGraph {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  for (const picture of pictures) {
    for (const node of picture.nodes) addEarliest(nodes, node);
    for (const edge of picture.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
