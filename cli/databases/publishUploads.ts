import type { Logger } from '../../shared/logger/logger';
import { uploadStore } from '../../shared/upload/upload.store';
import { noteSyncDue } from '../../subgraphs/attribution/listing/listingSync.store';
import { importLeaseStore } from '../../subgraphs/sanctions/importLease/importLease.store';
import { listVersionStore } from '../../subgraphs/sanctions/list/listVersion.store';
import { publishUpload } from '../../subgraphs/sanctions/upload/importUpload';
import type { Databases } from './withDatabases';

/**
 * Publishes the uploaded lists that a second person approved, the first approved first. It needs both databases: attribution
 * is told before a version is published, so that no trace rests on wallets that are not those of the lists in force.
 * Returns the ids of the uploads that it did not publish; the log says why.
 */
export async function publishUploads(
  { sanctions, attribution }: Pick<Databases, 'sanctions' | 'attribution'>,
  logger: Logger,
): Promise<readonly string[]> {
  const unpublished: string[] = [];
  const uploads = uploadStore(sanctions);
  for (const upload of await uploads.inState('APPROVED')) {
    try {
      const { state, problem } = await publishUpload(upload, {
        uploads,
        into: { store: listVersionStore(sanctions), leases: importLeaseStore(sanctions.importLeases) },
        beforePublish: () => noteSyncDue(attribution),
      });
      if (state === 'DONE') {
        logger.info({ upload: upload._id }, 'an approved list was published');
        continue;
      }
      logger.error({ upload: upload._id, problem }, 'an approved list failed: it is not published');
    } catch (error) {
      logger.error(
        { err: error, upload: upload._id },
        'an approved list could not be published: it is tried again',
      );
    }
    unpublished.push(upload._id);
  }
  return unpublished;
}
