import type { HasCaller } from '../vocabulary/hasCaller';
import { feedOf, unknownEntity } from './feed.rules';
import type { HasMonitoring } from './monitoring.context';

/** Returns a webhook of the caller. Rejects another's as if it did not exist. */
export async function ownWebhook(
  id: string,
  { tenant, stores }: Pick<HasCaller, 'tenant'> & HasMonitoring,
  unknown = () => unknownEntity('webhook', id),
) {
  const webhook = await stores.monitoring.webhooks.byId(id, feedOf(tenant));
  if (!webhook) throw unknown();
  return webhook;
}
