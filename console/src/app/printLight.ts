const scheme = 'data-mantine-color-scheme';

/** Prints pages in the light scheme: light words of a dark page would be lost on paper. Call it once. */
export function printLight(): void {
  const page = document.documentElement;
  let shown: string | null = null;
  window.addEventListener('beforeprint', () => {
    shown = page.getAttribute(scheme);
    page.setAttribute(scheme, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (shown !== null) page.setAttribute(scheme, shown);
  });
}
