import { PictureSvg, type PictureSvgProps } from './PictureSvg';

/** Draws a picture that a page shows on a canvas as SVG, for a file. */
export async function drawnSvg(drawing: PictureSvgProps): Promise<SVGSVGElement> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const markup = renderToStaticMarkup(<PictureSvg {...drawing} />);
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  const svg = holder.querySelector('svg');
  if (!svg) throw new Error('the picture was drawn without an SVG');
  return svg;
}
