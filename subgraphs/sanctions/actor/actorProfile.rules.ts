import { objectIn } from '../../../shared/json/jsonText';
import type { ActorProfile } from './actor.record';

/** The URIs of an actor: the pack's own first, then those of its context. */
export function urisOf({ uri, context }: ActorProfile): string[] {
  const { uris } = objectIn(context ?? null) ?? {};
  const others = (Array.isArray(uris) ? (uris as unknown[]) : []).filter(
    (one): one is string => typeof one === 'string',
  );
  return [...new Set([uri, ...others])];
}
