import { registerEnumType } from 'type-graphql';

/** The direction of a link, seen from a node; the same in every subgraph that uses it. */
export const Direction = { IN: 'IN', OUT: 'OUT', ANY: 'ANY' } as const;

export type Direction = (typeof Direction)[keyof typeof Direction];

registerEnumType(Direction, {
  name: 'Direction',
  description: 'The direction of a link, seen from the node that is asked for.',
  valuesConfig: {
    IN: { description: 'To the node.' },
    OUT: { description: 'From the node.' },
    ANY: { description: 'Either direction.' },
  },
});
