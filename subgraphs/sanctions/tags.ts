import { internalTag, restrictedTag, type Tags } from '../../shared/subgraph/tags';

/** Lists are public; who uploaded and decided them is the operator's own. */
export const sanctionsTags: Tags = {
  [internalTag]: [
    'Query.listUpload',
    'Query.listUploads',
    'ListUpload',
    'ListUploadConnection',
    'ListUploadEdge',
    'ListUploadFile',
    'ListUploadProgress',
    'ListUploadReport',
    'ListUploadDecisionInput',
    'UploadState',
  ],
  [restrictedTag]: ['Customer'],
};
