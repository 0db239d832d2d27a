import type { EdgeKind, NodeKind } from './picture';

export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly faint: string;
  /** Lines behind the drawing. */
  readonly line: string;
  readonly node: Readonly<Record<NodeKind, { readonly fill: string; readonly stroke: string }>>;
  readonly edge: Readonly<Record<EdgeKind, string>>;
  readonly selected: string;
}

/** Colours are attributes of the drawing and not of a style sheet, so that an exported picture looks the same. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    background: '#ffffff',
    text: '#14191c',
    faint: '#4a545a',
    line: '#d9dfe3',
    node: {
      ACTOR: { fill: '#fdecea', stroke: '#b42318' },
      WALLET: { fill: '#eef2f5', stroke: '#5b6b76' },
      ACCOUNT: { fill: '#e1f3f5', stroke: '#0b5c6b' },
    },
    edge: { LINK: '#b42318', HOLDS: '#7a5a00', HOP: '#5b6b76', CROSSING: '#6d28d9', DEPOSIT: '#0b5c6b' },
    selected: '#7c3aed',
  },
  dark: {
    background: '#1b2226',
    text: '#eef2f4',
    faint: '#b6c0c6',
    line: '#364147',
    node: {
      ACTOR: { fill: '#42201d', stroke: '#ff9d94' },
      WALLET: { fill: '#2a3439', stroke: '#9fb0ba' },
      ACCOUNT: { fill: '#0f3940', stroke: '#63bbc8' },
    },
    edge: { LINK: '#ff9d94', HOLDS: '#e0b94b', HOP: '#9fb0ba', CROSSING: '#c4a7ff', DEPOSIT: '#63bbc8' },
    selected: '#c4a7ff',
  },
};
