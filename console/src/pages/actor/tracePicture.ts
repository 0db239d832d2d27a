import type { FrozenAccountsOfQuery } from '../../graph/generated/graphql';
import { attributionsTo, highestConfidence } from '../../parts/attributions';
import { wordsOf } from '../../parts/words';
import type { PictureEdge, PictureGraph, PictureNode } from '../../picture/picture';
import { partTexts } from '../../texts/parts';
import { traceTexts } from '../../texts/trace';
import { mergedPictures, walletKey, walletNode, waysPicture } from '../follow/hopPicture';
import { linkText, validityText } from './linkText';

type Connection = NonNullable<NonNullable<FrozenAccountsOfQuery['actor']>['frozenAccounts']>;
export type TracedRow = Connection['nodes'][number];

const actorKey = (id: string) => `actor ${id}`;
const accountKey = (id: string) => `account ${id}`;

/** Draws actor, links, wallets hop by hop, and the account at the end; what several traces share is drawn once. */
export function tracePicture(
  root: { readonly id: string; readonly name: string },
  rows: readonly TracedRow[],
): PictureGraph {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  const addNode = (node: PictureNode) => nodes.has(node.id) || nodes.set(node.id, node);
  const addActor = ({ id, name }: { readonly id: string; readonly name: string }) =>
    addNode({ id: actorKey(id), kind: 'ACTOR', label: name, detail: id, illustrative: false });
  addActor(root);
  for (const row of rows) {
    for (const edge of linkEdges(root.id, row.link.path)) edges.set(edge.id, edge);
    for (const { from, to } of row.link.path) {
      addActor(from);
      addActor(to);
    }
    addActor(row.actor);
    const { hops, from, to } = row.trace;
    const holds = holdsEdge(row);
    edges.set(holds.id, holds);
    // One that is both the actor's and the account's has no hop.
    if (hops.length === 0) for (const { id } of [from, to]) addNode(walletNode(id, row.trace.illustrative));
    const { id, venue, status, illustrative } = row.account;
    addNode({
      id: accountKey(id),
      kind: 'ACCOUNT',
      label: id,
      detail: `${status} · ${venue.name}`,
      illustrative,
    });
    const deposit = depositEdge(row);
    edges.set(deposit.id, deposit);
  }
  const ways = waysPicture(rows.map(({ trace }) => trace.hops));
  return mergedPictures([{ nodes: [...nodes.values()], edges: [...edges.values()] }, ways]);
}

/** Links point from the asked actor outwards in the picture; the arrow keeps the direction of the relationship. */
function linkEdges(rootId: string, path: TracedRow['link']['path']): PictureEdge[] {
  const reached = new Set([rootId]);
  const left = [...path];
  const found: PictureEdge[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ from, to }) => reached.has(from.id) || reached.has(to.id));
    const [link] = left.splice(Math.max(at, 0), 1);
    if (!link) break;
    const reversed = reached.has(link.to.id);
    const [near, far] = reversed ? [link.to, link.from] : [link.from, link.to];
    reached.add(far.id);
    found.push({
      id: `link ${link.id}`,
      from: actorKey(near.id),
      to: actorKey(far.id),
      reversed,
      kind: 'LINK',
      label: wordsOf(link.kind),
      detail: validityText(link) || partTexts.confidence(link.confidence),
      illustrative: false,
      sources: link.sources,
      facts: [`${link.from.name} → ${link.to.name}`, linkText(link)],
    });
  }
  return found;
}

function holdsEdge({ actor, trace }: TracedRow): PictureEdge {
  const attributions = attributionsTo(actor.id, trace.from.attributions);
  return {
    id: `holds ${actor.id} ${trace.from.id}`,
    from: actorKey(actor.id),
    to: walletKey(trace.from.id),
    reversed: false,
    kind: 'HOLDS',
    label: traceTexts.edge.HOLDS,
    detail: partTexts.confidence(highestConfidence(attributions)),
    illustrative: false,
    sources: attributions.map(({ source }) => source),
    facts: [trace.from.id],
  };
}

function depositEdge({ account, trace }: TracedRow): PictureEdge {
  return {
    id: `deposit ${trace.to.id} ${account.id}`,
    from: walletKey(trace.to.id),
    to: accountKey(account.id),
    reversed: false,
    kind: 'DEPOSIT',
    label: traceTexts.edge.DEPOSIT,
    detail: account.venue.name,
    illustrative: account.illustrative,
    sources: [],
    facts: [`${trace.to.id} → ${account.id}`],
  };
}
