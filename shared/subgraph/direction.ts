import { registerEnumType } from 'type-graphql';

/** A way to look from something; the same in every subgraph that uses it. */
export const Direction = { IN: 'IN', OUT: 'OUT', ANY: 'ANY' } as const;

export type Direction = (typeof Direction)[keyof typeof Direction];

registerEnumType(Direction, {
  name: 'Direction',
  description: 'A way to look from something.',
  valuesConfig: {
    IN: { description: 'What comes to it.' },
    OUT: { description: 'What goes from it.' },
    ANY: { description: 'Both.' },
  },
});
