import { badUserInput } from '../../../shared/errors/cordonError';
import type { Identity } from '../../../shared/identity/identity';
import { parseLawCode } from '../law/law.rules';
import { fullKnowledge } from '../legalProcess/disclosure.rules';
import type { ProcessFact } from '../legalProcess/legalProcess.facts';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureChangeFact } from '../measure/measure.facts';
import { designationKinds } from '../vocabulary/legalProcessKinds';
import type { AmendLegalProcessInput } from './amendLegalProcess.input';
import { audienceOf } from './audience.rules';
import type { CommandContext } from './command.context';
import { requireAccounts, requireProcesses } from './loadDraftState';
import { requireAssets } from './movements.rules';
import type { Amendment } from './process.rules';
import { changesOfMeasures } from './processChange.rules';
import type { RecordLegalProcessInput } from './recordLegalProcess.input';
import type { Decision } from './runCommand';
import { givenSource } from './source.input';
import { processContent } from '../legalProcess/legalProcess.projection';

export async function decideOnProcess(
  context: CommandContext,
  id: string,
  decide: (before: LegalProcessRecord) => ProcessFact,
): Promise<Decision['payload'] & { readonly measureChanges?: MeasureChangeFact[] }> {
  const { stores, now } = context;
  const [before] = await requireProcesses(context, [id]);
  if (!before) throw new Error(`${id} was asked for and is missing`);
  const fact = decide(before);
  const measures = await stores.measures.byProcess(id);
  const bases = await stores.processes.byIds(
    [...new Set(measures.flatMap(({ processIds }) => processIds))],
    fullKnowledge,
  );
  const after = { ...before, ...processContent(fact) };
  const measureChanges = changesOfMeasures({ before, after, measures, bases, at: now });
  return { processes: [fact], ...(measureChanges.length > 0 ? { measureChanges } : {}) };
}

/** The accounts and assets of a process are known. */
export async function requireReach(
  context: CommandContext,
  { scope, assets }: { readonly scope?: string[] | null; readonly assets?: string[] | null },
): Promise<void> {
  await requireAccounts(context, scope ?? []);
  requireAssets(assets);
}

/** Throws BAD_USER_INPUT for a law of no code, or of a process that is under none, or where it is needed and missing. */
function requireLaw({ kind, law }: Pick<RecordLegalProcessInput, 'kind' | 'law'>): { readonly law?: string } {
  const argument = 'law';
  if (!law) {
    if (kind !== 'SANCTIONS_DESIGNATION') return {};
    throw badUserInput('law is missing: a SANCTIONS_DESIGNATION names the law that it is under', {
      argument,
    });
  }
  const code = parseLawCode(law);
  if (code === null)
    throw badUserInput(
      `law is ${JSON.stringify(law)}: name US, UK, EU, CH, UN or a country by ISO 3166-1 alpha-2`,
      {
        argument,
      },
    );
  if (!designationKinds.includes(kind))
    throw badUserInput(`a ${kind} takes no law: only a designation is under a sanctions law`, { argument });
  return { law: code };
}

export const text = (at: Date | null | undefined) => at?.toISOString() ?? null;

export function processOf(
  id: string,
  input: Omit<RecordLegalProcessInput, 'key'>,
  { issuer }: Identity,
): ProcessFact {
  const { kind, authority, docket, scope, assets, disclosure, mayNotify, illustrative, source } = input;
  return {
    id,
    kind,
    authority,
    docket: docket ?? null,
    issued: text(input.issued),
    served: text(input.served),
    effective: text(input.effective),
    expiry: text(input.expiry),
    withdrawn: false,
    scope,
    assets: assets ?? null,
    ...requireLaw(input),
    ...(typeof input.reportRequired === 'boolean' ? { reportRequired: input.reportRequired } : {}),
    disclosure,
    mayNotify,
    audience: audienceOf(input, issuer) ?? [],
    illustrative,
    source: givenSource(source),
  };
}

/** Returns the given fields. An omitted or null field stays, except an expiry: null removes it. */
export function amendmentOf(input: Omit<AmendLegalProcessInput, 'key'>, { issuer }: Identity): Amendment {
  const { served, effective, expiry, scope, assets, disclosure, mayNotify } = input;
  const audience = audienceOf(input, issuer);
  return {
    ...(served ? { served: served.toISOString() } : {}),
    ...(effective ? { effective: effective.toISOString() } : {}),
    ...(expiry === undefined ? {} : { expiry: text(expiry) }),
    ...(scope ? { scope } : {}),
    ...(assets ? { assets } : {}),
    ...(disclosure ? { disclosure } : {}),
    ...(typeof mayNotify === 'boolean' ? { mayNotify } : {}),
    ...(audience ? { audience } : {}),
  };
}
