import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import { requireOperator } from '../../../shared/identity/requireOperator';
import { newestPage, type StartPlace } from '../../../shared/pagination/newestPage';
import type { Connection } from '../../../shared/pagination/page';
import { defineReceiving } from '../../../shared/upload/receiving.resolver';
import type { HasUploads } from '../../../shared/upload/upload.context';
import { importsTransfers, readsTransferUploads } from '../scopes';
import { TransferUploadConnection, TransferUploadType, transferUploadView } from './transferUpload.type';

/**
 * Receives uploaded files from the gateway. The beginning of a file tells its format: it has no other terms.
 */
export const transferReceivingResolvers = defineReceiving({
  kind: 'Transfer',
  scopes: importsTransfers,
  parseTerms(given) {
    if (Object.keys(JSON.parse(given) as object).length === 0) return '{}';
    throw badUserInput(
      'a file of transfers is uploaded without parameters: what it begins with says what it is',
    );
  },
});

@Resolver(() => TransferUploadType)
export class TransferUploadResolver {
  @Query(() => TransferUploadConnection, {
    nullable: true,
    description: 'The files of transfers that were uploaded, the newest first, with what became of them.',
  })
  @Directive(readsTransferUploads)
  async transferUploads(
    @Ctx() { caller, uploads }: HasUploads,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<TransferUploadType>> {
    requireOperator(caller, 'uploads');
    const newest = (place: StartPlace | null, limit: number) => uploads.store.newest(place, limit);
    return newestPage({ first, after, newest, toNode: transferUploadView });
  }

  @Query(() => TransferUploadType, {
    nullable: true,
    description: 'One upload of transfers; null where there is none of that id.',
  })
  @Directive(readsTransferUploads)
  async transferUpload(
    @Ctx() { caller, uploads }: HasUploads,
    @Arg('id', () => ID, { description: 'The upload.' }) id: string,
  ): Promise<TransferUploadType | null> {
    requireOperator(caller, 'uploads');
    const found = await uploads.store.find(id);
    return found && transferUploadView(found);
  }
}
