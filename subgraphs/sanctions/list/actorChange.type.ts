import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../valueTypes';
import type { EntryChange } from './history.rules';

const Change = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
registerEnumType(Change, {
  name: 'ListChange',
  description: 'What a newer version of a list has changed.',
  valuesConfig: {
    ADDED: { description: 'The entry is new.' },
    REMOVED: { description: 'The entry is gone. Its history stays.' },
    CHANGED: { description: 'The entry says something else.' },
  },
});

/** A change, with the actor that it is about and the fields that differ. */
export interface ActorChangeFacts {
  readonly entry: string;
  readonly actorId: string;
  readonly change: EntryChange['change'];
  readonly fields: readonly string[];
}

@ObjectType('ActorChange', { description: 'How an entry of a list differs between two of its versions.' })
export class ActorChangeType implements Omit<ActorChangeFacts, 'actorId'> {
  @Field(() => ID, { description: "The entry's number on the list." })
  readonly entry!: string;

  @Field(() => Change, { description: 'Whether it is new, gone, or says something else.' })
  readonly change!: EntryChange['change'];

  @Field(() => [String], { description: 'Of a changed entry: which parts differ, such as `aliases`.' })
  readonly fields!: readonly string[];
}

export const ActorChangeConnection = defineConnection({
  name: 'ActorChange',
  node: () => ActorChangeType,
  pageInfo: PageInfo,
});
