import { useCallback, useEffect, useRef, useState } from 'react';
import { screenAll } from './screenAll';
import type { ScreenedSubject, Subject } from './subject';

export type ScreeningState = 'IDLE' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

export interface ScreeningRun {
  readonly state: ScreeningState;
  readonly subjects: readonly Subject[];
  /** In the order of the subjects; shorter than they are until it is done. */
  readonly screened: readonly ScreenedSubject[];
  readonly fault: Error | undefined;
  start(subjects: readonly Subject[]): void;
  cancel(): void;
}

/** One screening at a time: a new one takes the place of the one before, and leaving the page ends it. */
export function useScreening(): ScreeningRun {
  const [state, setState] = useState<ScreeningState>('IDLE');
  const [subjects, setSubjects] = useState<readonly Subject[]>([]);
  const [screened, setScreened] = useState<readonly ScreenedSubject[]>([]);
  const [fault, setFault] = useState<Error>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback((given: readonly Subject[]) => {
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setSubjects(given);
    setScreened([]);
    setFault(undefined);
    setState('RUNNING');
    const onProgress = (more: readonly ScreenedSubject[]) => {
      if (!run.signal.aborted) setScreened((before) => [...before, ...more]);
    };
    screenAll(given, { signal: run.signal, onProgress }).then(
      () => (run.signal.aborted ? undefined : setState('DONE')),
      (error: unknown) => {
        if (run.signal.aborted) return;
        setFault(error instanceof Error ? error : new Error(String(error)));
        setState('FAILED');
      },
    );
  }, []);
  const cancel = useCallback(() => {
    running.current?.abort();
    setState('CANCELLED');
  }, []);
  return { state, subjects, screened, fault, start, cancel };
}
