import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { Tenant } from '../customer/tenant.rules';
import { ScreeningVersionType } from '../screening/screening.type';
import type { ScreeningJob, ScreeningRunRecord } from './screeningState.record';

const RunKind = { FULL: 'FULL', DELTA: 'DELTA' } as const satisfies {
  readonly [Kind in ScreeningJob['kind']]: Kind;
};

registerEnumType(RunKind, {
  name: 'ScreeningRunKind',
  description: 'What customers are screened against in a run.',
  valuesConfig: {
    FULL: { description: 'All entries.' },
    DELTA: { description: 'The entries that came, changed or went: only customers near these are scored.' },
  },
});

@ObjectType('ScreeningRun', { description: 'A run over all customers.', simpleResolvers: true })
export class ScreeningRunType {
  @Field(() => ID, { description: 'Its number: 1, 2, 3, …' })
  readonly id!: string;

  @Field(() => RunKind, { description: 'What it screens against.' })
  readonly kind!: ScreeningJob['kind'];

  @Field(() => [ScreeningVersionType], { description: 'The list versions that it screens against.' })
  readonly versions!: ScreeningVersionType[];

  @Field(() => DateTimeScalar, { description: 'Its beginning.' })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Its end; null while it goes on.' })
  readonly endedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of customers gone through; null for a partner, as they are of all owners.',
  })
  readonly customers!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of customers that came near an entry; null for a partner.',
  })
  readonly scored!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of alerts; null for a partner.' })
  readonly alerts!: number | null;
}

export const jobView = ({ sequence, ...job }: ScreeningJob, reader: Tenant): ScreeningRunType => ({
  ...runFields(job, reader),
  id: String(sequence),
  endedAt: null,
});

export const runView = ({ _id, ...run }: ScreeningRunRecord, reader: Tenant): ScreeningRunType => ({
  ...runFields(run, reader),
  id: String(Number(_id)),
  endedAt: run.endedAt,
});

/** A partner is not told the numbers: they are of the customers of all. */
const runFields = (
  {
    kind,
    versions,
    startedAt,
    customers,
    scored,
    alerts,
  }: Pick<ScreeningJob, 'kind' | 'versions' | 'startedAt' | 'customers' | 'scored' | 'alerts'>,
  reader: Tenant,
) => ({
  kind,
  versions: versions.map(({ list, version }) => ({ list, version })),
  startedAt,
  ...(reader === null ? { customers, scored, alerts } : { customers: null, scored: null, alerts: null }),
});

@ObjectType('CustomerScreening', {
  description: 'How far all customers are screened against the lists in force.',
  simpleResolvers: true,
})
export class CustomerScreeningType {
  @Field(() => Boolean, {
    description:
      'True where each customer, but those that are PENDING, is screened against what is in force. False while a run goes on, and where no list is.',
  })
  readonly upToDate!: boolean;

  @Field(() => [ScreeningVersionType], {
    description: 'The list versions that every screened customer is screened against, or a later one.',
  })
  readonly versions!: ScreeningVersionType[];

  @Field(() => ScreeningRunType, { nullable: true, description: 'The run under way; null without one.' })
  readonly running!: ScreeningRunType | null;

  @Field(() => [ScreeningRunType], { description: 'The last 20 runs that ended, the newest first.' })
  readonly runs!: ScreeningRunType[];
}
