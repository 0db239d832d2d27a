import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { requireOperator } from '../../../shared/identity/requireOperator';
import { newestPage, type StartPlace } from '../../../shared/pagination/newestPage';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasImportLog } from './importLog.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { readsImports } from '../scopes';
import {
  ImportConnection,
  ImportType,
  importView,
  QuarantinedRowConnection,
  type QuarantinedRowType,
  quarantinedRowView,
} from './importLog.type';
import { rowKey, rowPlace } from './quarantinedPages.loader';

@Resolver(() => ImportType)
export class ImportLogResolver {
  @Query(() => ImportConnection, {
    nullable: true,
    description:
      'The imports from files, the newest first, with their quarantined rows. For the operator only: files name the wallets and customers of every venue.',
  })
  @Directive(readsImports)
  async imports(
    @Ctx() { caller, stores }: HasCaller & HasImportLog,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<ImportType>> {
    requireOperator(caller, 'imports');
    const newest = (place: StartPlace | null, limit: number) => stores.importLog.newest(place, limit);
    return newestPage({ first, after, newest, toNode: importView });
  }

  @Query(() => ImportType, {
    nullable: true,
    description: 'One import, as a report names it; null where there is none of that id.',
  })
  @Directive(readsImports)
  async import(
    @Ctx() { caller, stores }: HasCaller & HasImportLog,
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
  ): Promise<ImportType | null> {
    requireOperator(caller, 'imports');
    const found = await stores.importLog.find(id);
    return found && importView(found);
  }

  @FieldResolver(() => QuarantinedRowConnection, {
    nullable: true,
    description: 'The quarantined rows, by line; also of an import that was cut off.',
  })
  async quarantined(
    @Root() { id }: ImportType,
    @Ctx() { quarantinedPages }: HasImportLog,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<QuarantinedRowType>> {
    const page = readPageArguments(first, after);
    const read = await quarantinedPages.load({ importId: id, after: rowPlace(page.after), limit: first + 1 });
    return connectionOfPage(pageOfRead(read, first, null), rowKey, quarantinedRowView, page.after);
  }
}
