import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import { loadAll } from '../rows/loadAll';
import { asKnownNow } from '../measure/known.rules';
import { proposes } from '../scopes';
import { decideClearance, decideFlag, decideRestriction, type OnePersonAct } from './flag.rules';
import { ClearMeasureInput, FlagAccountInput, RestrictAccountInput } from './flags.input';
import { requireAccount } from './loadDraftState';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

/** The measures that one person takes and ends. */
@Resolver()
export class FlagsResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Marks an account for a look, by a claim or a rule.',
  })
  @Directive(proposes)
  flagAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => FlagAccountInput, { description: 'What to look at, and why.' })
    { key, ...input }: FlagAccountInput,
  ): Promise<Recorded> {
    const id = newMeasureId();
    return runCommand(context, {
      name: 'flagAccount',
      key,
      input,
      about: [input.account],
      async decide() {
        const act = await onePersonAct(context, id, input);
        const claimIds = input.claims ?? [];
        const known = await loadAll(context.claimById, claimIds);
        const missing = claimIds.find((_, i) => !known[i]);
        if (missing !== undefined) {
          throw new CordonError('UNKNOWN_ENTITY', `there is no claim ${JSON.stringify(missing)}`);
        }
        const measures = [decideFlag(act, { claimIds, rule: input.rule ?? null })];
        return { type: 'MEASURE_TAKEN', id, payload: { measures } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Limits, until an expiry, what the owner of a flagged account can do.',
  })
  @Directive(proposes)
  restrictAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => RestrictAccountInput, { description: 'What, until when, and why.' })
    { key, ...input }: RestrictAccountInput,
  ): Promise<Recorded> {
    const id = newMeasureId();
    return runCommand(context, {
      name: 'restrictAccount',
      key,
      input,
      about: [input.account],
      async decide() {
        const act = await onePersonAct(context, id, input);
        const measures = await context.stores.measures.byAccounts(context.tenant, [input.account]);
        const until = input.until ?? null;
        const restriction = decideRestriction(act, { until, onAccount: asKnownNow(measures) });
        return { type: 'MEASURE_TAKEN', id, payload: { measures: [restriction] } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Ends a flag or a restriction; nothing else.',
  })
  @Directive(proposes)
  async clearMeasure(
    @Ctx() context: CommandContext,
    @Arg('input', () => ClearMeasureInput, { description: 'Which, and why.' })
    { key, ...input }: ClearMeasureInput,
  ): Promise<Recorded> {
    const { measure: id, reason } = input;
    // A measure stays on its account, so that what it is about can be known before.
    const [known] = await context.stores.measures.byIds(context.tenant, [id]);
    return runCommand(context, {
      name: 'clearMeasure',
      key,
      input,
      ...(known ? { about: [known.accountId] } : {}),
      async decide() {
        const [measure] = await context.stores.measures.byIds(context.tenant, [id]);
        if (!measure) throw new CordonError('UNKNOWN_ENTITY', `there is no measure ${JSON.stringify(id)}`);
        const measureChanges = [decideClearance(measure, context.now)];
        return { type: 'MEASURE_ENDED', id, payload: { measureChanges, reason } };
      },
    });
  }
}

const newMeasureId = () => `measure:${randomUUID()}`;

async function onePersonAct(
  context: CommandContext,
  id: string,
  { account, reason }: { readonly account: string; readonly reason: string },
): Promise<OnePersonAct> {
  const { caller, now } = context;
  return { id, account: await requireAccount(context, account), maker: caller.subject, reason, at: now };
}
