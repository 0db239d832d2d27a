import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { RelationshipRecord } from './relationship.record';
import type { EvidenceKind as Evidence, RelationshipKind as Kind } from '../vocabulary/relationshipKinds';

export const RelationshipKind = {
  OWNED_OR_CONTROLLED_BY: 'OWNED_OR_CONTROLLED_BY',
  ACTING_FOR: 'ACTING_FOR',
  LEADER_OF: 'LEADER_OF',
  PROVIDING_SUPPORT_TO: 'PROVIDING_SUPPORT_TO',
  SUBORDINATE_TO: 'SUBORDINATE_TO',
  AFFILIATED_WITH: 'AFFILIATED_WITH',
  FAMILY_OF: 'FAMILY_OF',
  PROPERTY_IN_WHICH_INTEREST: 'PROPERTY_IN_WHICH_INTEREST',
  SAME_AS: 'SAME_AS',
  LINKED_TO: 'LINKED_TO',
} as const satisfies { readonly [Name in Kind]: Name };
registerEnumType(RelationshipKind, {
  name: 'RelationshipKind',
  description: 'The kind of relationship of `from` to `to`.',
  valuesConfig: {
    OWNED_OR_CONTROLLED_BY: { description: '`from` is owned or controlled by `to`.' },
    ACTING_FOR: { description: '`from` acts for or on behalf of `to`.' },
    LEADER_OF: { description: '`from` leads `to`, or is an official of it.' },
    PROVIDING_SUPPORT_TO: { description: '`from` gives `to` material, financial or technological support.' },
    SUBORDINATE_TO: { description: '`from` is a subordinate unit of `to`.' },
    AFFILIATED_WITH: { description: '`from` and `to` are affiliated; it reads both ways.' },
    FAMILY_OF: { description: '`from` is family of `to`.' },
    PROPERTY_IN_WHICH_INTEREST: { description: '`from` is property in which `to` has an interest.' },
    SAME_AS: { description: 'Two records of one actor.' },
    LINKED_TO: { description: '`from` is linked to `to`, and the list does not say how.' },
  },
});

const EvidenceKind = {
  LIST_DATA: 'LIST_DATA',
  STATEMENT: 'STATEMENT',
  ANALYST: 'ANALYST',
} as const satisfies {
  readonly [Name in Evidence]: Name;
};
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'The basis of a relationship.',
  valuesConfig: {
    LIST_DATA: { description: "Structured data of a list's publisher." },
    STATEMENT: { description: 'A published statement, such as a press release.' },
    ANALYST: { description: "An analyst's own finding." },
  },
});

@ObjectType('Relationship', {
  description: 'A relationship of one actor to another: typed, directed, dated and sourced.',
})
export class RelationshipType implements Omit<RelationshipRecord, '_id' | 'fromId' | 'toId'> {
  @Field(() => ID, { description: 'The relationship, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => RelationshipKind, { description: 'The kind of relationship of `from` to `to`.' })
  readonly kind!: Kind;

  @Field(() => Int, { description: 'Confidence of the sources, 0 to 100.' })
  readonly confidence!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Since when it holds, where a source says.' })
  readonly validFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Since when, as the list writes it, where that is only a month or a year: `validFrom` is then null.',
  })
  readonly validFromText?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when it held, or the latest that it can have, where a source says.',
  })
  readonly validTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until when, as the list writes it, where that is only a month or a year.',
  })
  readonly validToText?: string | null;

  @Field(() => EvidenceKind, { description: 'List data, or a statement.' })
  readonly evidence!: Evidence;

  @Field(() => Boolean, { description: 'True where another source denies it.' })
  readonly disputed!: boolean;

  @Field(() => [Source], { description: 'On whose word.' })
  readonly sources!: SourceFacts[];
}

@ObjectType('LinkedActor', {
  description: 'An actor that is linked to another, and the way that leads there.',
})
export class LinkedActorType {
  @Field(() => Int, { description: 'Distance in hops; the actor itself is at 0. SAME_AS is no hop.' })
  readonly depth!: number;

  @Field(() => [RelationshipType], {
    description: 'The relationships on the way, from the actor asked about outwards.',
  })
  readonly path!: RelationshipType[];
}

@ObjectType('ActorLink', { description: 'The link of one actor to another, by the shortest path.' })
@Directive('@key(fields: "fromId toId")')
export class ActorLinkType {
  @Field(() => ID, { description: 'The actor asked about.' })
  readonly fromId!: string;

  @Field(() => ID, { description: 'The actor that is linked to it.' })
  readonly toId!: string;

  @Field(() => Int, { description: 'Distance in hops; 0 where both are the same.' })
  readonly depth!: number;

  @Field(() => [RelationshipType], { description: 'The relationships on the way, from `fromId` to `toId`.' })
  readonly path!: RelationshipType[];
}
