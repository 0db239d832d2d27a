import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo, Source } from '../valueTypes';
import type { ActorRecord } from './actor.record';
import type { ActorFacts } from './actorFacts';

export const ActorKind = {
  PERSON: 'PERSON',
  ORGANISATION: 'ORGANISATION',
  GROUP: 'GROUP',
  VESSEL: 'VESSEL',
  AIRCRAFT: 'AIRCRAFT',
} as const satisfies Record<ActorRecord['kind'], string>;
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What an actor is.',
  valuesConfig: {
    PERSON: { description: 'A natural person.' },
    ORGANISATION: { description: 'A body with members or staff: a company, a bureau, a university.' },
    GROUP: { description: 'People known by a common name or method, such as a hacking group.' },
    VESSEL: { description: 'A ship.' },
    AIRCRAFT: { description: 'An aircraft.' },
  },
});

const AliasStrength = { STRONG: 'STRONG', WEAK: 'WEAK' } as const;
registerEnumType(AliasStrength, {
  name: 'AliasStrength',
  description: 'How good an alias the list thinks it is.',
  valuesConfig: {
    STRONG: { description: 'Alerts by itself.' },
    WEAK: { description: 'Marked weak by the list: it confirms, and does not alert alone unless asked.' },
  },
});

const AliasKind = { AKA: 'AKA', FKA: 'FKA', NKA: 'NKA' } as const;
registerEnumType(AliasKind, {
  name: 'AliasKind',
  description: 'How another name came to be.',
  valuesConfig: {
    AKA: { description: 'Also known as.' },
    FKA: { description: 'Formerly known as.' },
    NKA: { description: 'Now known as.' },
  },
});

@ObjectType('Alias', { description: 'Another name of an actor.', simpleResolvers: true })
class AliasType {
  @Field(() => String, { description: 'The name as published.' })
  readonly name!: string;

  @Field(() => AliasStrength, { description: 'How good an alias the list thinks it is.' })
  readonly strength!: keyof typeof AliasStrength;

  @Field(() => AliasKind, { description: 'Also, formerly or now known as.' })
  readonly kind!: keyof typeof AliasKind;

  @Field(() => String, { description: 'The script that it is written in, ISO 15924, such as `Latn`.' })
  readonly script!: string;
}

@ObjectType('Actor', {
  description: 'A person, organisation, group, vessel or aircraft that facts are about, listed or not.',
})
@Directive('@key(fields: "id")')
export class ActorType implements Omit<ActorFacts, 'listed' | 'profile'> {
  @Field(() => ID, { description: 'Where the id comes from, and the id there: `ofac:43337`.', name: 'id' })
  readonly _id!: string;

  @Field(() => ActorKind, { description: 'What it is.' })
  readonly kind!: ActorRecord['kind'];

  @Field(() => String, { description: 'Its main name, as its source writes it.' })
  readonly name!: string;

  @Field(() => [AliasType], { description: 'Its other names, with what the list thinks of each.' })
  readonly aliases!: AliasType[];

  @Field(() => [Source], { description: 'Where this record of the actor comes from.' })
  readonly sources!: SourceFacts[];
}

export const ActorConnection = defineConnection({ name: 'Actor', node: () => ActorType, pageInfo: PageInfo });
