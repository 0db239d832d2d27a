import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';

const Change = {
  ADDED: 'ADDED',
  REMOVED: 'REMOVED',
  CHANGED: 'CHANGED',
  RELINKED: 'RELINKED',
} as const;
registerEnumType(Change, {
  name: 'ListChange',
  description: 'The kind of change in a newer version of a list.',
  valuesConfig: {
    ADDED: { description: 'The entry is new.' },
    REMOVED: { description: 'The entry is gone. Its history stays.' },
    CHANGED: { description: 'The entry itself says something else.' },
    RELINKED: {
      description: 'The entry says the same; a name that it links to now leads to another entry, or to none.',
    },
  },
});

/** A change, with the actor that it is about and the fields that differ. */
export interface ActorChangeFacts {
  readonly entry: string;
  readonly actorId: string;
  readonly change: keyof typeof Change;
  readonly fields: readonly string[];
}

@ObjectType('ActorChange', { description: "The difference of a list's entry between two versions." })
export class ActorChangeType implements Omit<ActorChangeFacts, 'actorId'> {
  @Field(() => ID, { description: "The entry's number on the list." })
  readonly entry!: string;

  @Field(() => Change, {
    description: 'New, gone, changed, or linked to other entries.',
  })
  readonly change!: keyof typeof Change;

  @Field(() => [String], { description: 'Of a changed entry: which parts differ, such as `aliases`.' })
  readonly fields!: readonly string[];
}

export const ActorChangeConnection = defineConnection({
  name: 'ActorChange',
  node: () => ActorChangeType,
  pageInfo: PageInfo,
});
