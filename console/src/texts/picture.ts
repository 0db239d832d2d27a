/** The texts of pictures. */
export const pictureTexts = {
  arrangement: 'Arrangement',
  timeAxis: 'Time axis',
  layers: 'Layers',
  moves: {
    ArrowLeft: { label: 'Move left', sign: '←' },
    ArrowRight: { label: 'Move right', sign: '→' },
    ArrowUp: { label: 'Move up', sign: '↑' },
    ArrowDown: { label: 'Move down', sign: '↓' },
  },
  fit: 'Fit to width',
  fullSize: 'Full size',
  madeUp: 'Dashed lines: illustrative, made-up data that stands for what is private.',
  caption: (kind: string, text: string) => `${kind}: ${text}`,
  canvas: (nodes: number, label: string) =>
    `${label}: ${nodes} nodes on a canvas. The table has the same facts.`,
  canvasHint: (nodes: number) =>
    `${nodes} nodes are drawn on a canvas: scroll to zoom, drag a node to move it, click it for its facts.`,
  noCanvas: 'This browser gives no WebGL: the picture is drawn as SVG, and may be slow.',
  transaction: 'Open the transaction',
  transactionSources: 'Sources of the transfer',
  loadedAsked: 'What was added to the picture is asked for anew: it shows what is known now.',
} as const;
