import { LeaseUnavailableError } from '../importLease/importLease.store';
import type { UploadRecord } from '../../../shared/upload/upload.record';
import type { UploadOutcome, UploadStore } from '../../../shared/upload/upload.store';
import { uploadDigest } from '../../../shared/upload/uploadDigest.rules';
import { UploadError } from '../../../shared/upload/uploadError';
import { withoutFolder, withUploadFolder } from '../../../shared/upload/uploadFolder';
import { type ImportInto, importLists, type ImportListsOptions } from '../import/importLists';
import { ImportError } from '../importLease/importError';
import { listTerms, readUploadedLists } from './listTerms';
import { readReport, reportText } from './listReport';

/** The name for a file of OpenSanctions that names no data set: it identifies nothing. */
const unnamedDataset = /^opensanctions:(cordon-upload|unnamed)/;

type OnStep = NonNullable<ImportListsOptions['onStep']>;
type ReadOptions = Pick<ImportListsOptions, 'onStep' | 'reviewOnly' | 'confirmReport' | 'beforePublish'>;

/**
 * Reads an upload as `cordon import` reads the files, by the same rules, and never accepts a loss. Days are judged by the
 * day of the upload, so that what is approved is what is published, whenever that is.
 */
async function importUpload(
  into: ImportInto,
  upload: UploadRecord,
  paths: readonly string[],
  options: ReadOptions,
): Promise<void> {
  const terms = listTerms(upload.terms);
  const today = upload.startedAt.toISOString().slice(0, 10);
  const read = async () => {
    const readings = await readUploadedLists(terms, paths, today);
    if (readings.some(({ list }) => unnamedDataset.test(list)))
      throw new ImportError(
        'the file does not say which data set it is: upload it with the name of its data set',
      );
    return readings;
  };
  const { version } = terms;
  await importLists(into, read, { ...options, today, ...(version === undefined ? {} : { version }) });
}

/** Reads an upload without storing anything of it. Throws ImportError for what cannot be published. */
export async function checkUpload(
  { into, uploads }: Pick<PublishUploadOptions, 'into' | 'uploads'>,
  upload: UploadRecord,
  { paths, onStep }: { readonly paths: readonly string[]; readonly onStep: OnStep },
): Promise<UploadOutcome> {
  let report = '';
  await importUpload(into, upload, paths, {
    reviewOnly: true,
    onStep,
    confirmReport(described) {
      const [first] = described;
      if (first && described.every(({ isThere }) => isThere))
        throw new ImportError(
          `${first.report.list}, version ${first.report.version}, is imported with this content already: there is nothing to approve`,
        );
      report = reportText(described);
    },
  });
  const { terms, files } = upload;
  const digest = uploadDigest({ terms, files, report });
  const repeated = (await uploads.inState('WAITING')).find((waiting) => waiting.digest === digest);
  if (repeated)
    throw new ImportError(`the same files wait for approval already, as the upload ${repeated._id}`);
  return { state: 'WAITING', report, digest };
}

export interface PublishUploadOptions {
  readonly into: ImportInto;
  readonly uploads: UploadStore;
  /** Called before a version is published: what rests on the lists elsewhere is out of date from then on. */
  readonly beforePublish: () => Promise<void>;
}

/**
 * Publishes an approved upload. It is read again, and must give the very report that was approved: a list that another
 * import changed in between fails it. An upload that was published before its state was written is only settled.
 * Returns the outcome: `DONE` or `FAILED`.
 */
export async function publishUpload(
  upload: UploadRecord,
  { into, uploads, beforePublish }: PublishUploadOptions,
): Promise<UploadOutcome> {
  const settle = async (outcome: UploadOutcome) => {
    await uploads.settle(upload._id, 'APPROVED', outcome);
    return outcome;
  };
  try {
    await withUploadFolder(uploads, upload, (paths) =>
      importUpload(into, upload, paths, {
        beforePublish,
        confirmReport(described) {
          if (described.every(({ isThere }) => isThere)) return;
          const { terms, files, digest } = upload;
          const approved = upload.report ? readReport(upload.report) : [];
          if (uploadDigest({ terms, files, report: reportText(described, approved) }) === digest) return;
          throw new ImportError(
            'the list changed since the report was approved: nothing was published. Upload the files again',
          );
        },
      }),
    );
    return await settle({ state: 'DONE' });
  } catch (error) {
    // Another import, or anything else, may be over soon: it stays approved, and is tried again.
    if (error instanceof LeaseUnavailableError) throw error;
    if (!(error instanceof ImportError) && !(error instanceof UploadError)) throw error;
    return settle({ state: 'FAILED', problem: withoutFolder(error.message) });
  }
}
