import {
  ListUploadsDocument,
  type ListUploadsQuery,
  type ListUploadShownFragment,
} from '../../graph/generated/graphql';
import { type Pages, usePages } from '../../graph/usePages';
import { refetchMoving } from './UploadProgress';

/** The uploaded lists, read again by itself while one of them changes. All callers share the answer. */
export const useListUploads = (): Pages<ListUploadShownFragment, ListUploadsQuery> =>
  usePages(ListUploadsDocument, {}, ({ listUploads }) => listUploads, { refetchMs: refetchMoving });
