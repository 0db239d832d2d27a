import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Completeness } from '../../../shared/subgraph/completeness';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import { snapshotId } from '../tracing/traceId';
import type { AlertChange, AlertRecord } from './alert.record';
import { AlertCauseType } from './alertCause.type';
import { wholeCompleteness } from './finding.rules';
import { findingView, FindingType, FindingKind } from './finding.type';
import { subjectView, WatchSubject } from './watch.type';

const ChangeKind = { ADDED: 'ADDED', CHANGED: 'CHANGED', REMOVED: 'REMOVED' } as const satisfies {
  readonly [Kind in AlertChange['change']]: Kind;
};

registerEnumType(ChangeKind, {
  name: 'FindingChangeKind',
  description: 'The kind of change of a finding.',
  valuesConfig: {
    ADDED: { description: 'It was not so, or not known, before.' },
    CHANGED: { description: 'It is otherwise than before.' },
    REMOVED: {
      description: 'It is gone. Never reported where the search that would have found it was cut.',
    },
  },
});

@ObjectType('FindingChange', { description: 'One thing that changed, and why.', simpleResolvers: true })
export class FindingChangeType {
  @Field(() => ChangeKind, { description: 'The kind of change.' })
  readonly change!: AlertChange['change'];

  @Field(() => FindingKind, { description: 'The kind of finding.' })
  readonly kind!: FindingType['kind'];

  @Field(() => FindingType, { nullable: true, description: 'The finding before; null where it is new.' })
  readonly before!: FindingType | null;

  @Field(() => FindingType, { nullable: true, description: 'The finding now; null where it is gone.' })
  readonly after!: FindingType | null;

  @Field(() => AlertCauseType, { description: 'The basis of the change.' })
  readonly cause!: AlertCauseType;
}

@ObjectType('Alert', { description: 'That something changed of a watched subject.', simpleResolvers: true })
export class AlertType {
  @Field(() => ID, { description: '`<watch>:<revision>`' })
  readonly id!: string;

  @Field(() => Int, { description: 'Its place in the feed: 1, 2, 3, … without a gap.' })
  readonly number!: number;

  @Field(() => ID, { description: 'The watch.' })
  readonly watchId!: string;

  @Field(() => Int, { description: 'The how manieth alert of this watch it is.' })
  readonly revision!: number;

  @Field(() => DateTimeScalar, { description: 'The time of the evaluation.' })
  readonly at!: Date;

  @Field(() => WatchSubject, { description: 'The watched subject.' })
  readonly subject!: WatchSubject;

  @Field(() => String, { description: 'The purpose of the watch, as it was given.' })
  readonly label!: string;

  @Field(() => Completeness, {
    description:
      'The share of the whole that the evaluation examined. Where not all, no finding is reported as gone.',
  })
  readonly completeness!: Completeness;

  @Field(() => ID, { description: 'The state of the transfers at the evaluation that it is compared with.' })
  readonly snapshotBefore!: string;

  @Field(() => ID, { description: 'The state of the transfers that was examined.' })
  readonly snapshot!: string;

  @Field(() => [FindingChangeType], { description: 'The changes: one or more.' })
  readonly changes!: FindingChangeType[];
}

export const alertView = (alert: AlertRecord): AlertType => ({
  id: alert._id,
  number: alert.number,
  watchId: alert.watchId,
  revision: alert.revision,
  at: alert.at,
  subject: subjectView(alert),
  label: alert.label,
  completeness: wholeCompleteness(alert.state),
  snapshotBefore: snapshotId(alert.seqBefore),
  snapshot: snapshotId(alert.seq),
  changes: alert.changes.flatMap(({ change, before, after, cause }) => {
    const finding = after ?? before;
    if (!finding) return [];
    return [
      {
        change,
        kind: finding.kind,
        before: before ? findingView(before) : null,
        after: after ? findingView(after) : null,
        cause: { ...cause, versions: [...cause.versions], statementIds: [...cause.statementIds] },
      },
    ];
  }),
});

export const AlertConnection = defineConnection({
  name: 'Alert',
  node: () => AlertType,
  pageInfo: PageInfo,
  counted: false,
});
