import type { ActorProfile } from './actor.record';

/** The URIs of an actor: the pack's own first, then those of its context. */
export function urisOf({ uri, context }: ActorProfile): string[] {
  if (!context?.startsWith('{')) return [uri];
  const { uris } = JSON.parse(context) as { uris?: unknown };
  const others = (Array.isArray(uris) ? (uris as unknown[]) : []).filter(
    (one): one is string => typeof one === 'string',
  );
  return [...new Set([uri, ...others])];
}
