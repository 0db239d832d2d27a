import { Box, Text } from '@mantine/core';
import Graph from 'graphology';
import { useEffect, useMemo, useRef, useState } from 'react';
import Sigma from 'sigma';
import { pictureTexts } from '../texts/picture';
import { PictureSvg, type PictureSvgProps } from './PictureSvg';

/** The x of a drawing grows to the right and its y downwards; sigma's y grows upwards. */
const flipped = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y: -y });

/** A large picture on a canvas (WebGL): the same nodes, places and selection as in SVG. */
export function PictureCanvas(props: PictureSvgProps) {
  const { label, graph, positions, notes, palette, selected, onSelect, onMove } = props;
  const room = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma | null>(null);
  const [failed, setFailed] = useState(false);
  const drawn = useMemo(() => {
    const made = new Graph({ multi: true, type: 'directed' });
    for (const { id, kind, label: words } of graph.nodes) {
      const color = palette.node[kind].stroke;
      made.addNode(id, { label: words, color, size: kind === 'WALLET' ? 4 : 7, x: 0, y: 0 });
    }
    for (const { id, from, to, kind, label: words, reversed } of graph.edges) {
      const [source, target] = reversed ? [to, from] : [from, to];
      made.addEdgeWithKey(id, source, target, { label: words, color: palette.edge[kind], size: 1.5 });
    }
    return made;
  }, [graph, palette]);

  useEffect(() => {
    drawn.forEachNode((id) => drawn.mergeNodeAttributes(id, flipped(positions[id] ?? { x: 0, y: 0 })));
  }, [drawn, positions]);

  useEffect(() => {
    if (!room.current) return undefined;
    let view: Sigma;
    try {
      view = new Sigma(drawn, room.current, {
        defaultEdgeType: 'arrow',
        enableEdgeEvents: true,
        labelColor: { color: palette.text },
        edgeLabelColor: { color: palette.faint },
        labelFont: 'system-ui, sans-serif',
      });
    } catch {
      setFailed(true);
      return undefined;
    }
    sigma.current = view;
    view.on('clickNode', ({ node }) => onSelect?.(node));
    view.on('clickEdge', ({ edge }) => onSelect?.(edge));
    let dragged: string | null = null;
    view.on('downNode', ({ node, preventSigmaDefault }) => {
      dragged = node;
      preventSigmaDefault();
    });
    const drag = view.getMouseCaptor();
    drag.on('mousemovebody', (event) => {
      if (dragged === null) return;
      const to = flipped(view.viewportToGraph(event));
      const from = flipped(drawn.getNodeAttributes(dragged) as { x: number; y: number });
      onMove?.(dragged, { x: to.x - from.x, y: to.y - from.y });
      event.preventSigmaDefault();
    });
    drag.on('mouseup', () => (dragged = null));
    return () => {
      sigma.current = null;
      view.kill();
    };
  }, [drawn, palette, onSelect, onMove]);

  useEffect(() => {
    sigma.current?.setSetting('nodeReducer', (id, data) => ({
      ...data,
      ...(notes[id] ? { label: `${String(data['label'])} — ${notes[id]}`, forceLabel: true } : {}),
      ...(id === selected ? { color: palette.selected, highlighted: true, size: 10 } : {}),
    }));
    sigma.current?.setSetting('edgeReducer', (id, data) =>
      id === selected ? { ...data, color: palette.selected, size: 4 } : data,
    );
  }, [drawn, notes, selected, palette]);

  if (failed) {
    return (
      <Box className="picture-scroll" tabIndex={0} role="region" aria-label={label} mt="xs">
        <Text size="sm">{pictureTexts.noCanvas}</Text>
        <PictureSvg {...props} />
      </Box>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" my="xs">
        {pictureTexts.canvasHint(graph.nodes.length)}
      </Text>
      <div
        ref={room}
        className="picture-canvas"
        role="img"
        aria-label={pictureTexts.canvas(graph.nodes.length, label)}
        style={{ background: palette.background }}
      />
    </>
  );
}
