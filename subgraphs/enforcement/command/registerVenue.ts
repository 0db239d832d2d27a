import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import { shortId } from '../caseFile/caseTerms';
import { parseLawCode } from '../law/law.rules';
import { registers } from '../scopes';
import type { CommandContext } from './command.context';
import { RecordedType } from './recorded.type';
import { requireForm } from './registerAccount';
import { RegisterVenueInput } from './registerVenue.input';
import { alreadyRegistered } from './registration';
import { type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

@Resolver()
export class RegisterVenueResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: "Registers a venue. For the operator's own people.",
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
