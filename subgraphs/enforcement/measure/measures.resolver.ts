import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { HasAccounts } from '../account/account.context';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import { PageOnlyArguments } from '../rows/page.input';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { MeasureKind } from '../vocabulary/measureKinds';
import { PageInfo } from '../vocabulary/valueTypes';
import type { HasMeasures } from './measure.context';
import type { MeasureRecord } from './measure.record';
import type { ExpiryPlace } from './measure.store';
import { MeasureKindEnum, MeasureType } from './measure.type';

@ArgsType()
class MeasuresArguments extends PageOnlyArguments {
  @Field(() => DateTimeScalar, {
    description: 'Only those in force now whose end is known and before this instant.',
  })
  readonly expiresBefore!: Date;

  @Field(() => MeasureKindEnum, { nullable: true, description: 'Only those of this kind. Default: all.' })
  readonly kind?: MeasureKind | null;
}

const MeasureConnection = defineConnection<MeasureType>({
  name: 'Measure',
  node: () => MeasureType,
  pageInfo: PageInfo,
});

/** Lists the measures that end soon, of the accounts that the caller may see. */
@Resolver(() => MeasureType)
export class MeasuresResolver {
  @Query(() => MeasureConnection, {
    nullable: true,
    description:
      'The measures in force that end before an instant, the first to end first. The end of a measure is known to all who ' +
      'see its account; its bases are shown as `bases` shows them.',
  })
  @Directive(readsEnforcement)
  async measures(
    @Ctx() { stores, tenant, now }: HasMeasures & RequestContext,
    @Args(() => MeasuresArguments) { expiresBefore, kind, first, after }: MeasuresArguments,
  ): Promise<Connection<MeasureRecord>> {
    const page = readPageArguments(first, after);
    const query = { tenant, kind: kind ?? null, now, before: expiresBefore };
    const [read, count] = await Promise.all([
      stores.measures.expiring(query, expiryPlace(page.after), first + 1),
      stores.measures.countExpiring(query),
    ]);
    return connectionOfPage(pageOfRead(read, first, count), expiryKey, (measure) => measure, page.after);
  }

  @FieldResolver(() => AccountType, { description: 'The account that it is on.' })
  account(@Root() { accountId }: MeasureRecord, @Ctx() context: HasAccounts): Promise<AccountRecord> {
    return knownAccount(accountId, context);
  }
}

const expiryKey = ({ to, _id }: MeasureRecord): string => `${to?.toISOString() ?? ''} ${_id}`;

/** Throws BAD_USER_INPUT for what is no such place. */
function expiryPlace(key: string | null): ExpiryPlace | null {
  if (key === null) return null;
  const [, time = '', id = ''] = /^(\S+) (.+)$/s.exec(key) ?? [];
  const to = new Date(time);
  if (Number.isNaN(to.getTime()) || id === '')
    throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
  return { to, id };
}
