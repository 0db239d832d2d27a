import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { HasLists } from './list.context';
import { editionOf } from './edition';
import { knownList, placeOf } from './knownList';
import { ListPageArguments } from './list.input';
import type { AcceptedLoss, ListVersionRecord } from './listVersion.record';
import type { QuarantinedRowRecord } from './quarantinedRow.record';
import type { ReadingDifference } from './listReading';
import {
  AcceptedLossType,
  ListDifferenceType,
  QuarantinedRowConnection,
  ReconciliationType,
} from './reconciliation.type';

@Resolver(() => ReconciliationType)
export class ReconciliationResolver {
  @Query(() => ReconciliationType, {
    nullable: true,
    description:
      'The account of all that the import of a list version read; an unknown version is the error UNKNOWN_LIST.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  reconciliation(
    @Ctx() { lists }: HasLists,
    @Arg('list', () => ID, { description: 'Such as `ofac-sdn`.' }) list: string,
    @Arg('version', () => ID, {
      nullable: true,
      description: 'The version, by its day of publication; default: the one in force.',
    })
    version?: string,
  ): ListVersionRecord {
    const { versions } = knownList(lists, list);
    const found = versions[version === undefined ? versions.length - 1 : placeOf(lists, list, version)];
    if (!found) throw new CordonError('UNKNOWN_LIST', `no version of ${JSON.stringify(list)} is imported`);
    return found;
  }

  @FieldResolver(() => [String], {
    description: 'Records that were kept in spite of an irregularity, each with its place; at most 100.',
  })
  warnings(@Root() { warnings = [] }: ListVersionRecord): readonly string[] {
    return warnings;
  }

  @FieldResolver(() => [ListDifferenceType], {
    description:
      "Facts that one of the CSV files and OFAC's advanced XML has and the other lacks; all are listed.",
  })
  differences(@Root() { differences = [] }: ListVersionRecord): readonly ReadingDifference[] {
    return differences;
  }

  @FieldResolver(() => [AcceptedLossType], {
    description: 'Losses of the version against the one before it that were accepted.',
  })
  acceptedLosses(@Root() { acceptedLosses = [] }: ListVersionRecord): readonly AcceptedLoss[] {
    return acceptedLosses;
  }

  @FieldResolver(() => QuarantinedRowConnection, {
    description: 'The rows that became no fact, in their order.',
  })
  async quarantined(
    @Root() version: ListVersionRecord,
    @Ctx() { stores }: HasLists,
    @Args(() => ListPageArguments) { first, after }: ListPageArguments,
  ): Promise<Connection<QuarantinedRowRecord>> {
    const page = readPageArguments(first, after);
    const found = await stores.listVersions.quarantined(editionOf(version), page);
    return connectionOfPage(
      found,
      ({ _id }) => _id,
      (row) => row,
      page.after,
    );
  }
}
