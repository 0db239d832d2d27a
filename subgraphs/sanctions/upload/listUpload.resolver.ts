import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { requireOperator } from '../../../shared/identity/requireOperator';
import { newestPage, type StartPlace } from '../../../shared/pagination/newestPage';
import type { Connection } from '../../../shared/pagination/page';
import { defineReceiving } from '../../../shared/upload/receiving.resolver';
import type { HasUploads } from '../../../shared/upload/upload.context';
import { importsLists, readsUploads } from '../scopes';
import { parseListTerms } from './listTerms';
import { ListUploadConnection, ListUploadType, listUploadView } from './listUpload.type';

/** Receives uploaded files from the gateway. */
export const listReceivingResolvers = defineReceiving({
  kind: 'List',
  scopes: importsLists,
  parseTerms: parseListTerms,
});

@Resolver(() => ListUploadType)
export class ListUploadResolver {
  @Query(() => ListUploadConnection, {
    nullable: true,
    description: 'The lists that were uploaded, the newest first, with their reports and who decided them.',
  })
  @Directive(readsUploads)
  async listUploads(
    @Ctx() { caller, uploads }: HasUploads,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<ListUploadType>> {
    requireOperator(caller, 'uploads');
    const newest = (place: StartPlace | null, limit: number) => uploads.store.newest(place, limit);
    return newestPage({ first, after, newest, toNode: listUploadView });
  }

  @Query(() => ListUploadType, {
    nullable: true,
    description: 'One upload of a list; null where there is none of that id.',
  })
  @Directive(readsUploads)
  async listUpload(
    @Ctx() { caller, uploads }: HasUploads,
    @Arg('id', () => ID, { description: 'The upload.' }) id: string,
  ): Promise<ListUploadType | null> {
    requireOperator(caller, 'uploads');
    const found = await uploads.store.find(id);
    return found && listUploadView(found);
  }
}
