import { internalTag, restrictedTag, type Tags } from '../../shared/subgraph/tags';

/** Imports name the wallets and customers of every venue; only the operator watches an actor. */
export const attributionTags: Tags = {
  [internalTag]: [
    'Query.import',
    'Query.imports',
    'Import',
    'ImportConnection',
    'ImportEdge',
    'ImportKind',
    'RefusedRow',
    'Query.transferUpload',
    'Query.transferUploads',
    'TransferUpload',
    'TransferUploadConnection',
    'TransferUploadEdge',
    'TransferUploadFile',
    'TransferUploadProgress',
    'TransferUploadReport',
    'UploadState',
    'WatchInput.actor',
    'WatchSubject.actor',
  ],
  [restrictedTag]: ['Account'],
};
