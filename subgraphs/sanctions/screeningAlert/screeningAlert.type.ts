import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { CustomerMatchType, customerMatchView } from '../customerMatch/customerMatch.type';
import { PageInfo } from '../vocabulary/valueTypes';
import type { AlertCause, AlertChange, ScreeningAlertRecord } from './screeningAlert.record';

const AlertChangeEnum = {
  APPEARED: 'APPEARED',
  GONE: 'GONE',
  REOPENED: 'REOPENED',
} as const satisfies { readonly [Change in AlertChange]: Change };

registerEnumType(AlertChangeEnum, {
  name: 'ScreeningAlertChange',
  description: 'What became of a match.',
  valuesConfig: {
    APPEARED: { description: 'The customer may be the entry.' },
    GONE: { description: 'It is no longer near the entry, or the entry is no longer listed.' },
    REOPENED: { description: 'It was decided, and what the decision rested on has changed since.' },
  },
});

const AlertCauseEnum = {
  CUSTOMER_RECORDED: 'CUSTOMER_RECORDED',
  CUSTOMER_CHANGED: 'CUSTOMER_CHANGED',
  ENTRY_ADDED: 'ENTRY_ADDED',
  ENTRY_CHANGED: 'ENTRY_CHANGED',
  ENTRY_REMOVED: 'ENTRY_REMOVED',
  FULL_RUN: 'FULL_RUN',
  DECISION_EXPIRED: 'DECISION_EXPIRED',
} as const satisfies { readonly [Cause in AlertCause]: Cause };

registerEnumType(AlertCauseEnum, {
  name: 'ScreeningAlertCause',
  description: 'What an alert came of: why now.',
  valuesConfig: {
    CUSTOMER_RECORDED: { description: 'The customer is new.' },
    CUSTOMER_CHANGED: { description: 'The facts of the customer changed.' },
    ENTRY_ADDED: { description: 'The entry came onto the list, also back by a withdrawal or correction.' },
    ENTRY_CHANGED: { description: 'The entry changed.' },
    ENTRY_REMOVED: { description: 'The entry left the list, also by a withdrawal or correction.' },
    FULL_RUN: { description: 'All customers were screened anew: by other rules, or after the lists grew.' },
    DECISION_EXPIRED: { description: 'The decision was made up to a day that has passed.' },
  },
});

@ObjectType('ScreeningAlert', {
  description: 'That a match of a customer came, went, or came back.',
  simpleResolvers: true,
})
export class ScreeningAlertType {
  @Field(() => ID, { description: '`<match>:<its how manieth alert>`' })
  readonly id!: string;

  @Field(() => Int, { description: 'Its place in the feed: 1, 2, 3, … without a gap.' })
  readonly number!: number;

  @Field(() => DateTimeScalar, { description: 'The time of the screening.' })
  readonly at!: Date;

  @Field(() => AlertChangeEnum, { description: 'What became of the match.' })
  readonly change!: AlertChange;

  @Field(() => AlertCauseEnum, { description: 'Why now.' })
  readonly cause!: AlertCause;

  @Field(() => ID, {
    nullable: true,
    description: 'The version of the list before; null where it had none, or did not cause the alert.',
  })
  readonly versionBefore!: string | null;

  @Field(() => ID, { description: 'The version of the list that was screened against.' })
  readonly version!: string;

  @Field(() => [String], {
    description: 'What changed since the decision, as `entry.births` or `customer.name`; empty without one.',
  })
  readonly changed!: string[];

  @Field(() => CustomerMatchType, { description: 'The match as it was then.' })
  readonly match!: CustomerMatchType;
}

export const screeningAlertView = (alert: ScreeningAlertRecord): ScreeningAlertType => ({
  id: alert._id,
  number: alert.number,
  at: alert.at,
  change: alert.change,
  cause: alert.cause,
  versionBefore: alert.versionBefore ?? null,
  version: alert.version,
  changed: [...alert.changed],
  match: customerMatchView(alert.match),
});

export const ScreeningAlertConnection = defineConnection({
  name: 'ScreeningAlert',
  node: () => ScreeningAlertType,
  pageInfo: PageInfo,
  counted: false,
});
