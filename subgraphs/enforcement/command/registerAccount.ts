import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { z } from 'zod';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { accountId } from '../caseFile/caseTerms';
import { registers } from '../scopes';
import type { CommandContext } from './command.context';
import { RecordedType } from './recorded.type';
import { RegisterAccountInput } from './registerAccount.input';
import { alreadyRegistered } from './registration';
import { type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

@Resolver()
export class RegisterAccountResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Registers an account at a venue; a partner at its own. Deposit wallets are registered elsewhere.',
  })
  @Directive(registers)
  registerAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => RegisterAccountInput, { description: 'The account.' })
    { key, ...input }: RegisterAccountInput,
  ): Promise<Recorded> {
    const { venue: venueId, pseudonym, illustrative, source, ...facts } = input;
    const id = `${venueId}:${pseudonym}`;
    return runCommand(context, {
      name: 'registerAccount',
      key,
      input,
      about: [venueId, id],
      async decide() {
        const { stores, tenant } = context;
        requireForm(accountId, id, 'pseudonym');
        const [venue] = tenant === null || tenant === venueId ? await stores.venues.byIds([venueId]) : [];
        if (!venue) throw new CordonError('UNKNOWN_ENTITY', `there is no venue ${JSON.stringify(venueId)}`);
        const [there] = await stores.accounts.byIds(tenant, [id]);
        if (there) throw alreadyRegistered('account', id);
        // An account at a made-up venue is made up.
        const madeUp = illustrative || venue.illustrative;
        const account = { ...facts, id, venueId, illustrative: madeUp, source: givenSource(source) };
        return { type: 'ACCOUNT_REGISTERED', id, payload: { accounts: [account] } };
      },
    });
  }
}

export function requireForm(form: z.ZodType, value: string, argument: string): void {
  const read = form.safeParse(value);
  if (!read.success)
    throw badUserInput(read.error.issues[0]?.message ?? `${argument} is not well formed`, { argument });
}
