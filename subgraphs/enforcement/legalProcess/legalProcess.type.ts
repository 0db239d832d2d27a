import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo, Source } from '../vocabulary/valueTypes';
import type { ProjectionField } from '../projection/projectionFields.record';
import type { LegalProcessRecord } from './legalProcess.record';
import type { LegalProcessKind as Kind } from '../vocabulary/legalProcessKinds';

export const LegalProcessKind = {
  OFAC_DESIGNATION: 'OFAC_DESIGNATION',
  SANCTIONS_DESIGNATION: 'SANCTIONS_DESIGNATION',
  SEIZURE_WARRANT: 'SEIZURE_WARRANT',
  RESTRAINING_ORDER: 'RESTRAINING_ORDER',
  SUBPOENA: 'SUBPOENA',
  PRESERVATION_REQUEST: 'PRESERVATION_REQUEST',
  FREEZE_REQUEST: 'FREEZE_REQUEST',
  FORFEITURE_ORDER: 'FORFEITURE_ORDER',
  LICENCE: 'LICENCE',
  COURT_RELEASE: 'COURT_RELEASE',
  ISSUER_POLICY: 'ISSUER_POLICY',
} as const satisfies { readonly [Name in Kind]: Name };
registerEnumType(LegalProcessKind, {
  name: 'LegalProcessKind',
  description: 'The kind of a legal process.',
  valuesConfig: {
    OFAC_DESIGNATION: { description: 'A designation by OFAC, which blocks property.' },
    SANCTIONS_DESIGNATION: { description: 'A designation under the sanctions law that `law` names.' },
    SEIZURE_WARRANT: { description: 'A warrant to seize property.' },
    RESTRAINING_ORDER: { description: "A court's order that property must not be moved." },
    SUBPOENA: { description: 'A demand for records.' },
    PRESERVATION_REQUEST: { description: 'A request that records be kept.' },
    FREEZE_REQUEST: { description: 'A request by law enforcement that property be frozen; it can lapse.' },
    FORFEITURE_ORDER: { description: 'A final order that title passes to the state.' },
    LICENCE: { description: 'A licence that allows what is otherwise blocked.' },
    COURT_RELEASE: { description: "A court's order that property be let go." },
    ISSUER_POLICY: { description: "A token issuer's own policy." },
  },
});

@ObjectType('LegalProcess', { description: 'A legal process that a measure rests on.' })
export class LegalProcessType implements Omit<
  LegalProcessRecord,
  '_id' | 'scope' | 'assets' | 'disclosure' | 'audience' | 'law' | ProjectionField
> {
  @Field(() => ID, { description: 'The process, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => LegalProcessKind, { description: 'The kind.' })
  readonly kind!: Kind;

  @Field(() => String, { description: 'The issuing authority.' })
  readonly authority!: string;

  @Field(() => String, { nullable: true, description: "Its number in the authority's books." })
  readonly docket?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of issue.' })
  readonly issued?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time of service on the venue; null: never.',
  })
  readonly served?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it is in force; null: from its service.',
  })
  readonly effective?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it is no longer in force; null: without end.',
  })
  readonly expiry?: Date | null;

  @Field(() => Boolean, {
    description: 'True where its authority withdrew it; `expiry` is then the time of withdrawal.',
  })
  readonly withdrawn!: boolean;

  @Field(() => Boolean, { description: 'True where the subject may be told of it.' })
  readonly mayNotify!: boolean;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;

  @Field(() => Source, { description: 'On whose word.' })
  readonly source!: SourceFacts;
}

export const LegalProcessConnection = defineConnection({
  name: 'LegalProcess',
  node: () => LegalProcessType,
  pageInfo: PageInfo,
});
