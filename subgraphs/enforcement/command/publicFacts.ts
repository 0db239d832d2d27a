import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import type { IncidentFact } from '../incident/incident.facts';
import type { RecoveryFact } from '../recovery/recovery.facts';
import type { RecordIncidentInput } from './recordIncident.input';
import type { RecordRecoveryInput } from './recordRecovery.input';
import type { ValuationInput } from './publicFact.input';
import { requireAsset } from './movements.rules';
import { givenSource } from './source.input';

/** Returns an incident in the ledger's form, from a client's input. */

export function incidentOf(id: string, input: Omit<RecordIncidentInput, 'key'>): IncidentFact {
  const { title, happenedOn, actors, losses, valuations, illustrative, source } = input;
  return {
    id,
    title,
    happenedOn,
    actorIds: actors ?? [],
    losses: (losses ?? []).map(({ asset, amount }) => {
      requireAsset(asset);
      return { asset, amount: amount.toString() };
    }),
    valuations: (valuations ?? []).map(valuationOf),
    illustrative,
    source: givenSource(source),
  };
}

export async function recoveryOf(
  context: CommandContext,
  id: string,
  input: Omit<RecordRecoveryInput, 'key'>,
): Promise<RecoveryFact> {
  const { title, announcedOn, valuation, accounts, incident, actors, illustrative, source } = input;
  if (incident) await requireIncident(context, incident);
  return {
    id,
    title,
    announcedOn,
    valuation: valuationOf(valuation),
    accounts: accounts ?? null,
    incidentId: incident ?? null,
    actorIds: actors ?? [],
    illustrative,
    source: givenSource(source),
  };
}

export function valuationOf({ usdCents, time, source }: ValuationInput): RecoveryFact['valuation'] {
  const { text, from, to } = time;
  if (from && to && to < from) throw badUserInput('the time ends before it begins', { argument: 'time' });
  return {
    usdCents: usdCents.toString(),
    time: { text, from: from ?? null, to: to ?? null },
    source: givenSource(source),
  };
}

export async function requireIncident({ stores }: CommandContext, id: string): Promise<void> {
  const [incident] = await stores.incidents.byIds([id]);
  if (!incident) throw new CordonError('UNKNOWN_ENTITY', `there is no incident ${JSON.stringify(id)}`);
}
