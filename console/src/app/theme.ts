import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#e6f6f8',
  '#cde9ed',
  '#9ad3db',
  '#63bbc8',
  '#38a8b8',
  '#1f9cae',
  '#0a8093',
  '#0b6a7b',
  '#0b5c6b',
  '#064853',
];

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  colors: { tide },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  // A link in a sentence must be recognisable without its colour (WCAG 2.2, 1.4.1).
  components: { Anchor: { defaultProps: { underline: 'always' } } },
});

const colors = ['tide', 'gray', 'red', 'orange', 'yellow', 'green', 'blue', 'violet'];

/** Mantine's own greys and tinted badges fall short of a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). */
const tinted = (shade: number) =>
  Object.fromEntries(
    colors.map((color) => [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-${shade})`]),
  );

export const contrast: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...tinted(9),
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-orange-light-color': '#8f3500',
    '--mantine-color-green-light-color': '#1b6b2c',
    '--mantine-color-red-light-color': '#a51616',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': 'var(--mantine-color-tide-8)',
    '--cordon-surface': '#ffffff',
    '--cordon-page': '#f5f7f8',
    '--cordon-line': '#d9dfe3',
  },
  dark: {
    ...tinted(2),
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': '#a8adb3',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': 'var(--mantine-color-tide-3)',
    '--mantine-color-body': '#14191c',
    '--cordon-surface': '#1b2226',
    '--cordon-page': '#14191c',
    '--cordon-line': '#364147',
  },
});
