import { LRUCache } from 'lru-cache';
import { neverEnds } from '../subgraph/endedRequest';
import { type AnyModels, cachedModels } from './cachedModels';
import { endableModels } from './endableModels';
import type { ReadCache } from './readCache';

/** Tenants whose models are kept; those of another are made again. */
const maxTenants = 100;

/** Returns the models of a request, by the signal that ends it and the tenant of its caller (null: the operator). */
export type RequestModels<Models> = (signal: AbortSignal, tenant: string | null) => Models;

/**
 * Returns the models that requests read with. What a query reads comes from the cache where it is held for its tenant: how
 * fast an answer comes tells nobody what another tenant has read. A mutation decides on the store itself.
 */
export function requestModels<Models extends AnyModels>(
  models: Models,
  cache: ReadCache,
): RequestModels<Models> {
  const ofTenants = new LRUCache<string, Models>({ max: maxTenants });
  const cachedFor = (tenant: string | null): Models => {
    const reader = JSON.stringify(tenant);
    let made = ofTenants.get(reader);
    if (!made) ofTenants.set(reader, (made = cachedModels(models, cache, reader)));
    return made;
  };
  return (signal, tenant) => (signal === neverEnds ? models : endableModels(cachedFor(tenant), signal));
}
