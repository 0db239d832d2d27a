import { download } from '../parts/download';

const serialized = (svg: SVGSVGElement): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('style');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
};

export function exportSvg(svg: SVGSVGElement, name: string): void {
  download(`${name}.svg`, serialized(svg), 'image/svg+xml');
}

/**
 * Draws the picture at twice its size, as screens with dense pixels and paper need it. Rejects where the browser cannot draw
 * one of that size.
 */
export async function exportPng(svg: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const url = URL.createObjectURL(new Blob([serialized(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser gave no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(`the browser drew nothing at ${canvas.width} × ${canvas.height}`);
    download(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
