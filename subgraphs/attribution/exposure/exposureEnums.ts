import { registerEnumType } from 'type-graphql';
import { type RestCause as RestCauseName } from '../tracing/engine/taint/exposureOf';
import { TaintMethod } from '../tracing/engine/taint/taintMethod';

registerEnumType(TaintMethod, {
  name: 'TaintMethod',
  description: 'The rule by which mixed funds are told apart (docs/concepts/exposure.md).',
  valuesConfig: {
    POISON: {
      description:
        'A wallet that received anything tainted taints all that it pays from then on. Amounts overlap.',
    },
    HAIRCUT: { description: "In proportion to the payer's funds, exact to the unit." },
    FIFO: { description: 'The first received leaves first.' },
    LIFO: { description: 'The last received leaves first.' },
    TIHO: { description: 'Tainted funds leave first, and to the highest output of a transaction.' },
  },
});

/** The place of funds for which nobody is named. */
export const RestCause = {
  OWN: 'OWN',
  ISSUED: 'ISSUED',
  HUB: 'HUB',
  BUDGET: 'BUDGET',
  HOPS: 'HOPS',
  UNSEEN: 'UNSEEN',
  UNTAINTED: 'UNTAINTED',
  RETURNED: 'RETURNED',
  FEE: 'FEE',
  NOBODY: 'NOBODY',
  HELD: 'HELD',
} as const satisfies { readonly [Name in RestCauseName]: Name };

registerEnumType(RestCause, {
  name: 'RestCause',
  description: 'The reason why nobody is named for a part of the funds.',
  valuesConfig: {
    OWN: { description: 'IN: the wallet had sent it itself.' },
    ISSUED: { description: 'IN: newly made coins. The one part that is known to be clean.' },
    HUB: { description: 'It is behind a wallet too busy to follow.' },
    BUDGET: { description: 'It is behind a wallet that the budget did not allow to examine.' },
    HOPS: { description: 'It is further away than the hops that were asked for.' },
    UNSEEN: { description: 'IN: nobody was seen to receive it: an opening balance.' },
    UNTAINTED: { description: 'IN, under POISON: nothing that is named came with it.' },
    RETURNED: { description: 'OUT: it came back.' },
    FEE: { description: 'OUT: fees.' },
    NOBODY: { description: 'OUT: to outputs that pay to no address.' },
    HELD: { description: 'OUT: it lies in wallets that nobody is named for.' },
  },
});
