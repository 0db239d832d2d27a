import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { ListBirth } from '../list/listEntry';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { ActorRecord } from './actor.record';
import type { ActorFacts, AliasFacts } from './actorFacts';

export const ActorKind = {
  PERSON: 'PERSON',
  ORGANISATION: 'ORGANISATION',
  GROUP: 'GROUP',
  VESSEL: 'VESSEL',
  AIRCRAFT: 'AIRCRAFT',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<ActorRecord['kind'], string>;
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'The kind of an actor.',
  valuesConfig: {
    PERSON: { description: 'A natural person.' },
    ORGANISATION: { description: 'A body with members or staff: a company, a bureau, a university.' },
    GROUP: { description: 'People known by a common name or method, such as a hacking group.' },
    VESSEL: { description: 'A ship.' },
    AIRCRAFT: { description: 'An aircraft.' },
    UNKNOWN: {
      description: 'The source does not say what it is, or names a kind that Cordon does not know.',
    },
  },
});

const AliasStrength = { STRONG: 'STRONG', WEAK: 'WEAK' } as const;
registerEnumType(AliasStrength, {
  name: 'AliasStrength',
  description: 'The quality of an alias, as the list marks it.',
  valuesConfig: {
    STRONG: { description: 'Alerts by itself.' },
    WEAK: { description: 'Marked weak by the list: it confirms, and does not alert by itself unless asked.' },
  },
});

const AliasKind = { AKA: 'AKA', FKA: 'FKA', NKA: 'NKA' } as const;
registerEnumType(AliasKind, {
  name: 'AliasKind',
  description: 'The origin of another name.',
  valuesConfig: {
    AKA: { description: 'Also known as.' },
    FKA: { description: 'Formerly known as.' },
    NKA: { description: 'Now known as.' },
  },
});

@ObjectType('AliasBirth', {
  description: 'A date of birth that a list gives for one alias only.',
  simpleResolvers: true,
})
class AliasBirthType implements ListBirth {
  @Field(() => String, { description: 'As published.' })
  readonly text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day that it can be; null where the text is no date.',
  })
  readonly from!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day that it can be; null where the text is no date.',
  })
  readonly to!: string | null;

  @Field(() => Boolean, { description: 'True where the source gives the date as approximate.' })
  readonly circa!: boolean;
}

@ObjectType('Alias', { description: 'Another name of an actor.', simpleResolvers: true })
class AliasType implements AliasFacts {
  @Field(() => String, { description: 'The name as published.' })
  readonly name!: string;

  @Field(() => AliasStrength, { description: 'The quality of the alias, as the list marks it.' })
  readonly strength!: keyof typeof AliasStrength;

  @Field(() => AliasKind, { description: 'Also, formerly or now known as.' })
  readonly kind!: keyof typeof AliasKind;

  @Field(() => String, { description: 'The script that it is written in, ISO 15924, such as `Latn`.' })
  readonly script!: string;

  @Field(() => [AliasBirthType], {
    description:
      'The dates of birth that the list gives for this name. Screening weighs them for this name only.',
  })
  readonly births!: readonly ListBirth[];

  @Field(() => [String], { description: 'The places of birth that the list gives for this name.' })
  readonly birthPlaces!: readonly string[];

  @Field(() => [String], { description: 'The notes of the list on this name, word for word.' })
  readonly notes!: readonly string[];
}

@ObjectType('Actor', {
  description: 'A person, organisation, group, vessel or aircraft that facts are about, listed or not.',
})
@Directive('@key(fields: "id")')
export class ActorType implements Omit<ActorFacts, 'listed' | 'profile'> {
  @Field(() => ID, { description: 'The origin of the id, and the id there: `ofac:43337`.', name: 'id' })
  readonly _id!: string;

  @Field(() => ActorKind, { description: 'The kind of actor.' })
  readonly kind!: ActorRecord['kind'];

  @Field(() => String, { description: 'Its main name, as its source writes it.' })
  readonly name!: string;

  @Field(() => [AliasType], { description: "Its other names, with the list's grading of each." })
  readonly aliases!: AliasType[];

  @Field(() => [Source], { description: 'The sources of this record of the actor.' })
  readonly sources!: SourceFacts[];
}

export const ActorConnection = defineConnection({ name: 'Actor', node: () => ActorType, pageInfo: PageInfo });
