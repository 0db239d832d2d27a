import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { WalletFacts } from '../../../shared/caip/wallet';
import type { CutReason } from './engine/search/marks';
import { tracePolicy } from './engine/tracePolicy';
import { WalletType } from '../wallet/wallet.type';

const CutReasonNames = {
  BUSY: 'BUSY',
  SERVICE: 'SERVICE',
  CUSTODIAL: 'CUSTODIAL',
  BUDGET: 'BUDGET',
} as const satisfies Record<CutReason, CutReason>;

registerEnumType(CutReasonNames, {
  name: 'CutReason',
  description: 'The reason why a search stopped at a wallet.',
  valuesConfig: {
    BUSY: { description: `It dealt with ${tracePolicy.hubCounterparties} others or more.` },
    SERVICE: { description: "A statement makes it a service's, such as an exchange's or a mixer's." },
    CUSTODIAL: {
      description:
        'Only with `asOf`: it is custodial by what is known now, and may not have been at that time.',
    },
    BUDGET: { description: 'The search ended there at its budget.' },
  },
});

@ObjectType('SearchCut', { description: 'A wallet behind which there may be more.', simpleResolvers: true })
export class SearchCutType {
  @Field(() => WalletType, { description: 'The wallet that was not followed.' })
  readonly wallet!: WalletFacts;

  @Field(() => CutReasonNames, { description: 'Why not.' })
  readonly reason!: CutReason;
}

/** Adds what was cut to the type of an answer: how many wallets, and the first of them. */
export function describeCuts(answer: object): void {
  Field(() => [SearchCutType], {
    description: 'The first 20 wallets that were not followed; hubs in the order in which they were met.',
  })(answer, 'cuts');
  Field(() => Int, { description: 'Number of wallets that were not followed in all.' })(answer, 'cutCount');
}
