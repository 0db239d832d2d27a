import { keepPurpose } from './purpose';
import { claimsOf, type TokenClaims } from './token';

export interface Session extends TokenClaims {
  readonly token: string;
}

/** The reason for which nobody is signed in. */
export type SignedOut = 'NEVER' | 'EXPIRED' | 'REJECTED' | 'LEFT' | 'UNREADABLE';

export type SessionState =
  { readonly state: 'IN'; readonly session: Session } | { readonly state: 'OUT'; readonly why: SignedOut };

const tokenKey = 'cordon.token';
const listeners = new Set<() => void>();
let current: SessionState = { state: 'OUT', why: 'NEVER' };

function sessionOf(token: string): SessionState {
  const claims = claimsOf(token);
  if (!claims) return { state: 'OUT', why: 'UNREADABLE' };
  if (claims.expiresAt <= Date.now()) return { state: 'OUT', why: 'EXPIRED' };
  return { state: 'IN', session: { ...claims, token } };
}

/** Tells if it is still the person whose token this tab keeps. */
function isSamePerson(next: SessionState): boolean {
  const kept = claimsOf(sessionStorage.getItem(tokenKey) ?? '');
  if (next.state === 'OUT' || !kept) return false;
  return kept.subject === next.session.subject && kept.issuer === next.session.issuer;
}

/** A purpose is one person's word: nobody else looks in its name. */
function change(next: SessionState): void {
  if (!isSamePerson(next)) keepPurpose('');
  current = next;
  if (next.state === 'IN') sessionStorage.setItem(tokenKey, next.session.token);
  else sessionStorage.removeItem(tokenKey);
  for (const tell of listeners) tell();
}

/**
 * Reads the token that a link carries (`/#token=…`) and takes it out of the address bar, or the one that this tab keeps.
 * Call it once, before the first render.
 */
export function openSession(): void {
  const carried = new URLSearchParams(location.hash.slice(1)).get('token');
  if (carried !== null) history.replaceState(null, '', `${location.pathname}${location.search}`);
  const token = carried ?? sessionStorage.getItem(tokenKey);
  if (token !== null) change(sessionOf(token));
}

export const signIn = (token: string): void => change(sessionOf(token));

export const signOut = (why: SignedOut): void => change({ state: 'OUT', why });

export const currentSession = (): SessionState => current;

export function onSessionChange(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
