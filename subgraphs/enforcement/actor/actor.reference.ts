import { z } from 'zod';
import { Completeness } from '../../../shared/subgraph/completeness';
import type { ActorType } from './actor.type';

const reachForm = z.object({
  traces: z.array(
    z.object({
      accountId: z.string(),
      actorId: z.string(),
      traceId: z.string(),
      assetIds: z.array(z.string()),
      possible: z.boolean().default(false),
    }),
  ),
  completeness: z.enum(Completeness),
});

/** The actor of an id that a record holds; what it is, sanctions says. */
export const actorOfId = (id: string): ActorType => ({ id });

/**
 * Resolves the actor behind an entity reference, with attribution's facts as the gateway passes them. Any id
 * may be asked about. Facts that are not whole count as missing, which `frozenAccounts` answers with an
 * error.
 */
export function resolveActorReference(reference: Readonly<Record<string, unknown>>): ActorType {
  const reach = reachForm.safeParse(reference['accountReach']);
  return { id: String(reference['id']), accountReach: reach.success ? reach.data : null };
}
