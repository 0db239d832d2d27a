import type { Identity } from '../identity/identity';
import type { UploadRecord } from './upload.record';
import type { UploadStore } from './upload.store';

/** The part of the context that the resolvers of uploads use. */
export interface HasUploads {
  readonly caller: Identity;
  readonly uploads: {
    readonly store: UploadStore;
    /** Begins to read what was received, in the background. */
    startCheck(upload: UploadRecord): void;
  };
}
