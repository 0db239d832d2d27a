import { useEffect, useSyncExternalStore } from 'react';
import { currentSession, onSessionChange, type Session, type SessionState, signOut } from './session';

/** Browsers keep a timer's delay in 31 bits. */
const maxTimerMs = 2 ** 31 - 1;

export function useSessionState(): SessionState {
  const state = useSyncExternalStore(onSessionChange, currentSession);
  const expiresAt = state.state === 'IN' ? state.session.expiresAt : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const timer = setTimeout(() => signOut('EXPIRED'), Math.min(expiresAt - Date.now(), maxTimerMs));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return state;
}

/** The session of a page that is shown to signed-in people only. */
export function useSession(): Session {
  const state = useSyncExternalStore(onSessionChange, currentSession);
  if (state.state === 'OUT') throw new Error('this page needs a session');
  return state.session;
}
