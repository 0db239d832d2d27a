import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { z } from 'zod';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import { accountId, shortId } from '../caseFile/caseTerms';
import { parseLawCode } from '../law/law.rules';
import { registers } from '../scopes';
import { RecordedType } from './recorded.type';
import { RegisterAccountInput, RegisterVenueInput } from './registry.input';
import { type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

/** Venues, and the accounts at them. */
@Resolver()
export class RegistryResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: "Registers a venue. For the house's own people.",
  })
  @Directive(registers)
  registerVenue(
    @Ctx() context: CommandContext,
    @Arg('input', () => RegisterVenueInput, { description: 'The venue.' })
    { key, ...input }: RegisterVenueInput,
  ): Promise<Recorded> {
    const { id, name, illustrative, source } = input;
    const jurisdictions = input.jurisdictions ?? null;
    return runCommand(context, {
      name: 'registerVenue',
      key,
      input,
      about: [id],
      async decide() {
        requireForm(shortId, id, 'id');
        const [there] = await context.stores.venues.byIds([id]);
        if (there) throw alreadyRegistered('venue', id);
        const venue = {
          id,
          name,
          ...(jurisdictions ? { jurisdictions: parseJurisdictions(jurisdictions) } : {}),
          illustrative,
          source: givenSource(source),
        };
        return { type: 'VENUE_REGISTERED', id, payload: { venues: [venue] } };
      },
    });
  }

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
    const { venue: venueId, pseudonym, illustrative, source } = input;
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
        // What is at a venue that is made up is made up.
        const madeUp = illustrative || venue.illustrative;
        const account = { id, venueId, illustrative: madeUp, source: givenSource(source) };
        return { type: 'ACCOUNT_REGISTERED', id, payload: { accounts: [account] } };
      },
    });
  }
}

function parseJurisdictions(given: readonly string[]): string[] {
  const argument = 'jurisdictions';
  if (given.length === 0)
    throw badUserInput('jurisdictions is empty: name one or more, or leave it out', { argument });
  const codes = given.map((code) => {
    const parsed = parseLawCode(code);
    if (parsed !== null && parsed !== 'UN') return parsed;
    throw badUserInput(
      `jurisdictions has ${JSON.stringify(code)}: name countries by ISO 3166-1 alpha-2, UK, or EU`,
      { argument },
    );
  });
  return [...new Set(codes)].sort();
}

function requireForm(form: z.ZodType, value: string, argument: string): void {
  const read = form.safeParse(value);
  if (!read.success)
    throw badUserInput(read.error.issues[0]?.message ?? `${argument} is not well formed`, { argument });
}

const alreadyRegistered = (what: string, id: string) =>
  new CordonError('ALREADY_REGISTERED', `the ${what} ${JSON.stringify(id)} is registered already`);
