import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ListEntry } from '../list/listEntry';
import type { ActorProfile } from './actor.record';
import { urisOf } from './actorProfile.rules';
import { type ActorFacts, sourceOf } from './actorFacts';
import { ActorType } from './actor.type';
import { ActorAddressType, BirthType, IdentifierType, StatedTextType } from './particulars.type';

type Sourced<Fact> = Fact & { readonly source: SourceFacts };

/**
 * Returns the facts of the lists about an actor, list by list. Two lists with the same fact give it twice.
 */
function fromLists<Fact>(
  { listed }: ActorFacts,
  facts: (entry: ListEntry) => readonly Fact[],
): Sourced<Fact>[] {
  return listed.flatMap((one) => facts(one.entry).map((fact) => ({ ...fact, source: sourceOf(one) })));
}

const texts = (actor: ActorFacts, of: (entry: ListEntry) => readonly string[]): StatedTextType[] =>
  fromLists(actor, (entry) => of(entry).map((text) => ({ text })));

/** Returns the facts of an ActorPack about an actor, with the pack as the source. */
function fromPack(
  { profile, sources }: ActorFacts,
  texts: (profile: ActorProfile) => readonly string[],
): StatedTextType[] {
  if (!profile) return [];
  const id = `actorpack:${profile.creator}/${profile.title}#`;
  const source = sources.find((one) => one.id.startsWith(id));
  return source ? texts(profile).map((text) => ({ text, source })) : [];
}

/** Resolves the facts of an actor beside its names. */
@Resolver(() => ActorType)
export class ParticularsResolver {
  @FieldResolver(() => [StatedTextType], { description: 'Its titles and offices.' })
  titles(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ title }) => (title === null ? [] : [title]));
  }

  @FieldResolver(() => [BirthType], { description: 'Its dates of birth; sources may give several.' })
  births(@Root() actor: ActorFacts): BirthType[] {
    return fromLists(actor, ({ births }) => births);
  }

  @FieldResolver(() => [StatedTextType], { description: 'Places of birth.' })
  birthPlaces(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ birthPlaces }) => birthPlaces);
  }

  @FieldResolver(() => [StatedTextType], { description: 'Its nationalities and citizenships, as published.' })
  nationalities(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ nationalities }) => nationalities);
  }

  @FieldResolver(() => [StatedTextType], { description: 'Its gender, as published.' })
  genders(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ genders }) => genders);
  }

  @FieldResolver(() => [IdentifierType], { description: 'Its documents, registrations and other marks.' })
  identifiers(@Root() actor: ActorFacts): IdentifierType[] {
    return fromLists(actor, ({ identifiers }) => identifiers);
  }

  @FieldResolver(() => [ActorAddressType], { description: 'Its addresses.' })
  addresses(@Root() actor: ActorFacts): ActorAddressType[] {
    return fromLists(actor, ({ addresses }) => addresses);
  }

  @FieldResolver(() => [StatedTextType], {
    description: 'The remarks of the lists that no rule takes apart, word for word.',
  })
  remarks(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ remarks }) => remarks);
  }

  @FieldResolver(() => [StatedTextType], {
    description: "Its activities, by GraphSense's concepts, such as `exchange`: as label packs classify it.",
  })
  categories(@Root() actor: ActorFacts): StatedTextType[] {
    return fromPack(actor, ({ categories }) => categories);
  }

  @FieldResolver(() => [StatedTextType], {
    description: 'The countries under whose law label packs say it is, ISO 3166-1 alpha-2.',
  })
  jurisdictions(@Root() actor: ActorFacts): StatedTextType[] {
    return fromPack(actor, ({ jurisdictions }) => jurisdictions);
  }

  @FieldResolver(() => [StatedTextType], {
    description: 'Its sites, by label packs.',
  })
  uris(@Root() actor: ActorFacts): StatedTextType[] {
    return fromPack(actor, urisOf);
  }

  @FieldResolver(() => [StatedTextType], {
    description:
      "The names that a list links it to and that are nobody's, or several entries', on the lists: kept, not guessed.",
  })
  unresolvedLinks(@Root() actor: ActorFacts): StatedTextType[] {
    return texts(actor, ({ links }) =>
      links.filter(({ toEntry }) => toEntry === null).map(({ text }) => text),
    );
  }
}
