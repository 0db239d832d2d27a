import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import type { Identity } from '../../../shared/identity/identity';
import type { CommandContext } from './command.context';
import { parseLawCode } from '../law/law.rules';
import { knowsAll } from '../legalProcess/disclosure.rules';
import { designationKinds } from '../vocabulary/legalProcessKinds';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { processContent } from '../legalProcess/legalProcess.projection';
import type { MeasureChangeFact } from '../measure/measure.facts';
import type { ProcessFact } from '../legalProcess/legalProcess.facts';
import { actsForLegal } from '../scopes';
import { audienceOf } from './audience.rules';
import { requireRecordedBy } from './correction.rules';
import { requireAccounts, requireProcesses } from './loadDraftState';
import { requireAsset } from './movements.rules';
import {
  type Amendment,
  decideAmendment,
  decideCorrection,
  decideWithdrawal,
  requireTimes,
} from './process.rules';
import { changesOfMeasures } from './processChange.rules';
import {
  AmendLegalProcessInput,
  CorrectLegalProcessInput,
  RecordLegalProcessInput,
  WithdrawLegalProcessInput,
} from './processes.input';
import { RecordedType } from './recorded.type';
import { type Decision, type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

/** What legal records. */
@Resolver()
export class ProcessesResolver {
  @Mutation(() => RecordedType, { nullable: true, description: 'Records a legal process.' })
  @Directive(actsForLegal)
  recordLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordLegalProcessInput, { description: 'The process.' })
    { key, ...input }: RecordLegalProcessInput,
  ): Promise<Recorded> {
    const id = `process:${randomUUID()}`;
    return runCommand(context, {
      name: 'recordLegalProcess',
      key,
      input,
      about: [id, ...input.scope],
      async decide() {
        await requireReach(context, input);
        const process = processOf(id, input, context.caller);
        requireTimes(process);
        return { type: 'PROCESS_RECORDED', id, payload: { processes: [process] } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Changes a legal process: its service, its time, its scope, who may know. Freezes on it end with it.',
  })
  @Directive(actsForLegal)
  amendLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => AmendLegalProcessInput, { description: 'What changes.' })
    { key, ...input }: AmendLegalProcessInput,
  ): Promise<Recorded> {
    const { process: id, reason } = input;
    return runCommand(context, {
      name: 'amendLegalProcess',
      key,
      // The digest of a command takes null for left out: that an expiry goes away is said beside.
      input: input.expiry === null ? { ...input, withoutExpiry: true } : input,
      async decide() {
        await requireReach(context, input);
        const decided = await decideOnProcess(context, id, (before) =>
          decideAmendment(before, amendmentOf(input, context.caller)),
        );
        return { type: 'PROCESS_AMENDED', id, payload: { ...decided, reason } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a legal process, naming the event that recorded it last. What rests on it must have had a basis all the ' +
      'same; freezes on it end with it.',
  })
  @Directive(actsForLegal)
  correctLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectLegalProcessInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectLegalProcessInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctLegalProcess',
      key,
      input,
      async decide() {
        await requireReach(context, input);
        const decided = await decideOnProcess(context, id, (before) => {
          requireRecordedBy(before, event, id);
          return decideCorrection(before, processOf(id, input, context.caller));
        });
        return { type: 'CORRECTED', id, payload: { ...decided, corrects: event, reason } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records that a legal process was withdrawn: freezes that rest on it alone end now.',
  })
  @Directive(actsForLegal)
  withdrawLegalProcess(
    @Ctx() context: CommandContext,
    @Arg('input', () => WithdrawLegalProcessInput, { description: 'Which, and why.' })
    { key, ...input }: WithdrawLegalProcessInput,
  ): Promise<Recorded> {
    const { process: id, reason } = input;
    return runCommand(context, {
      name: 'withdrawLegalProcess',
      key,
      input,
      async decide() {
        const decided = await decideOnProcess(context, id, (before) => decideWithdrawal(before, context.now));
        return { type: 'PROCESS_WITHDRAWN', id, payload: { ...decided, reason } };
      },
    });
  }
}

async function decideOnProcess(
  context: CommandContext,
  id: string,
  decide: (before: LegalProcessRecord) => ProcessFact,
): Promise<Decision['payload'] & { readonly measureChanges?: MeasureChangeFact[] }> {
  const { stores, now } = context;
  const [before] = await requireProcesses(context, [id]);
  if (!before) throw new Error(`${id} was asked for and is not there`);
  const fact = decide(before);
  const measures = await stores.measures.byProcess(id);
  const bases = await stores.processes.byIds(
    [...new Set(measures.flatMap(({ processIds }) => processIds))],
    knowsAll,
  );
  const after = { ...before, ...processContent(fact) };
  const measureChanges = changesOfMeasures({ before, after, measures, bases, at: now });
  return { processes: [fact], ...(measureChanges.length > 0 ? { measureChanges } : {}) };
}

/** The accounts and assets of a process are known. */
async function requireReach(
  context: CommandContext,
  { scope, assets }: { readonly scope?: string[] | null; readonly assets?: string[] | null },
): Promise<void> {
  await requireAccounts(context, scope ?? []);
  for (const asset of assets ?? []) requireAsset(asset);
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

const text = (at: Date | null | undefined) => at?.toISOString() ?? null;

function processOf(
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

/** What is given; what is left out, or null, stays, but for an expiry: null takes it away. */
function amendmentOf(input: Omit<AmendLegalProcessInput, 'key'>, { issuer }: Identity): Amendment {
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
