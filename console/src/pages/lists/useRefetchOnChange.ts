import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Reads all that is shown again when an upload's state changes: its list then is in force, or waits for a decision. */
export function useRefetchOnChange(state: string): void {
  const queries = useQueryClient();
  const last = useRef(state);
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    void queries.invalidateQueries();
  }, [queries, state]);
}
