import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the content when the path changes, so that Tab goes on in the new page and not in the menu. Whoever
 * types in a field stays in it.
 */
export function useFocusOnArrival(path: string): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (document.activeElement instanceof HTMLInputElement) return;
    content.current?.focus({ preventScroll: true });
  }, [path]);
  return content;
}
