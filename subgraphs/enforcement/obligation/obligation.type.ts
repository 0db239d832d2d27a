import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { ReportRecord } from '../report/report.record';
import { FiledReportType } from '../report/report.type';
import { PageInfo } from '../vocabulary/valueTypes';
import type { ObligationKind } from './duty.rules';
import type { Obligation, ObligationState } from './obligation.rules';

const ObligationKindEnum = {
  INITIAL_BLOCKING_REPORT: 'INITIAL_BLOCKING_REPORT',
  ANNUAL_BLOCKED_REPORT: 'ANNUAL_BLOCKED_REPORT',
  UNBLOCKING_REPORT: 'UNBLOCKING_REPORT',
  TRANSFER_REPORT: 'TRANSFER_REPORT',
  EMERGENCY_CHECK: 'EMERGENCY_CHECK',
  UNDETERMINED: 'UNDETERMINED',
} as const satisfies { readonly [Name in ObligationKind]: Name };
registerEnumType(ObligationKindEnum, {
  name: 'ObligationKind',
  description: 'The kind of obligation.',
  valuesConfig: {
    INITIAL_BLOCKING_REPORT: {
      description:
        'Report blocked property within 10 business days of its blocking (31 CFR 501.603(b)(1)(i)).',
    },
    ANNUAL_BLOCKED_REPORT: {
      description:
        'Report what is blocked as of 30 June by 30 September of that year (31 CFR 501.603(b)(2)).',
    },
    UNBLOCKING_REPORT: {
      description:
        'Report what was unblocked within 10 business days, since 2024-08-08 (31 CFR 501.603(b)(3)).',
    },
    TRANSFER_REPORT: {
      description:
        'Report blocked property that was transferred within 10 business days, since 2024-08-08 (31 CFR 501.603(b)(3)).',
    },
    EMERGENCY_CHECK: {
      description: 'Confirm an emergency freeze within 24 hours; late, it has lapsed.',
    },
    UNDETERMINED: {
      description:
        'Find out if and by when blocked property is to be reported: no rule is known for the law of its basis and the jurisdictions of its venue. A report of any kind that names it meets it.',
    },
  },
});

export const ObligationStateEnum = {
  OPEN: 'OPEN',
  LATE: 'LATE',
  MET: 'MET',
  UNDETERMINED: 'UNDETERMINED',
} as const satisfies { readonly [Name in ObligationState]: Name };
registerEnumType(ObligationStateEnum, {
  name: 'ObligationState',
  description: 'The current state of an obligation.',
  valuesConfig: {
    OPEN: { description: 'To be met, and in time.' },
    LATE: { description: 'Not met, and its due date is over.' },
    MET: {
      description: 'Met: by a report, or an emergency freeze by its confirmation; also where that was late.',
    },
    UNDETERMINED: {
      description: 'No rule is known, so that there is no due date. Nobody has decided it yet.',
    },
  },
});

@ObjectType('Obligation', {
  description: 'A duty that a rule creates, with its owner and due date.',
})
export class ObligationType implements Pick<
  Obligation<ReportRecord>,
  | 'id'
  | 'kind'
  | 'state'
  | 'arisesOn'
  | 'rule'
  | 'about'
  | 'note'
  | 'accounts'
  | 'ownerRole'
  | 'illustrative'
  | 'metBy'
> {
  @Field(() => ID, { description: 'The obligation: made from its subject, so that it stays the same.' })
  readonly id!: string;

  @Field(() => ObligationKindEnum, { description: 'The kind of obligation.' })
  readonly kind!: ObligationKind;

  @Field(() => ObligationStateEnum, { description: 'The current state.' })
  readonly state!: ObligationState;

  @Field(() => DateScalar, { description: 'The day, in New York, of what creates it.' })
  readonly arisesOn!: string;

  @Field(() => String, {
    description:
      'The rule that creates it, such as `31 CFR 501.603(b)(2)`; UNDETERMINED where none is known.',
  })
  readonly rule!: string;

  @Field(() => String, { description: 'The subject, in words.' })
  readonly about!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The facts that the rule needed and nobody recorded, in words: check it. Null where none are missing.',
  })
  readonly note!: string | null;

  @Field(() => Int, { description: 'Number of accounts that it is about.' })
  readonly accounts!: number;

  @Field(() => String, {
    description: 'The owner of the duty at the venue: `reporting-officer`, `approver` or `legal`.',
  })
  readonly ownerRole!: Obligation<ReportRecord>['ownerRole'];

  @Field(() => Boolean, { description: 'True where all that it is about is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => FiledReportType, { nullable: true, description: 'The first report that meets it.' })
  readonly metBy!: ReportRecord | null;
}

export const ObligationConnection = defineConnection({
  name: 'Obligation',
  node: () => ObligationType,
  pageInfo: PageInfo,
});
