import { Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { HasLists } from './list.context';
import { knownList } from './knownList';
import { ageOf, staleVersions } from './listAge.rules';
import type { ListVersionRecord } from './listVersion.record';
import { ListVersionType } from './listVersion.type';
import { SanctionsListType } from './sanctionsList.type';

@Resolver(() => SanctionsListType)
export class SanctionsListResolver {
  @Query(() => [SanctionsListType], {
    nullable: true,
    description:
      'The imported sanctions lists, each in the version in force. A bundled case is a source of its own, never a list version. Where this is empty, designations come only from cases and cover nobody else.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  sanctionsLists(@Ctx() { lists }: HasLists): readonly ListVersionRecord[] {
    return lists.versions;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Age in days of the version in force, since its publication; null where that is not known.',
  })
  ageDays(@Root() version: ListVersionRecord, @Ctx() { today }: HasLists): number | null {
    return ageOf(version, today);
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where it is older than the deployment allows (CORDON_LIST_MAX_AGE_DAYS), or of unknown age.',
  })
  stale(@Root() version: ListVersionRecord, @Ctx() { agePolicy, today }: HasLists): boolean {
    return staleVersions({ versions: [version] }, agePolicy, today).length > 0;
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where no source dates its publication: `version` is then the day of the import, and `publishedOn` is null.',
  })
  dateAssumed(@Root() { dateAssumed = false }: ListVersionRecord): boolean {
    return dateAssumed;
  }

  @FieldResolver(() => [ID], { description: 'Every version that is imported, by publication.' })
  versions(@Root() { list }: ListVersionRecord, @Ctx() { lists }: HasLists): string[] {
    return knownList(lists, list).versions.map(({ version }) => version);
  }

  @FieldResolver(() => [ListVersionType], {
    description: 'Every version that is imported, with its dates, by publication.',
  })
  history(@Root() { list }: ListVersionRecord, @Ctx() { lists }: HasLists): readonly ListVersionRecord[] {
    return knownList(lists, list).versions;
  }
}
