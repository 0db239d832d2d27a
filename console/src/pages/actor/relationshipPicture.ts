import { wordsOf } from '../../parts/words';
import type { PictureEdge, PictureGraph, PictureNode } from '../../picture/picture';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';
import { linkText, validityText } from './linkText';

export type RelationshipShown = ActorShown['relationships'][number];

export const actorKey = (id: string) => `actor ${id}`;

/** Draws relationships both ways, each with the direction that it has; the actor that is asked about stands first. */
export function relationshipPicture(
  root: { readonly id: string; readonly name: string },
  relationships: readonly RelationshipShown[],
): PictureGraph {
  const node = ({ id, name }: { readonly id: string; readonly name: string }): PictureNode => ({
    id: actorKey(id),
    kind: 'ACTOR',
    label: name,
    detail: id,
    illustrative: false,
  });
  const nodes = new Map([[root.id, node(root)]]);
  const edges = new Map<string, PictureEdge>();
  for (const link of relationships) {
    for (const end of [link.from, link.to]) if (!nodes.has(end.id)) nodes.set(end.id, node(end));
    edges.set(link.id, {
      id: `link ${link.id}`,
      from: actorKey(link.from.id),
      to: actorKey(link.to.id),
      reversed: false,
      kind: 'LINK',
      label: wordsOf(link.kind),
      detail: validityText(link) || partTexts.confidence(link.confidence),
      illustrative: false,
      sources: link.sources,
      facts: [`${link.from.name} → ${link.to.name}`, linkText(link)],
    });
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}
