import type { Identity } from '../identity/identity';
import { badUserInput, CordonError } from '../errors/cordonError';
import type { UploadFile, UploadRecord } from './upload.record';

/** Files of one upload: OFAC's two lists are ten. */
const maxFiles = 20;

/** A name without folders, that no file system reads otherwise. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._ ()-]{0,119}$/;

/** @throws CordonError BAD_USER_INPUT */
export function checkFileName(name: string): void {
  if (!fileName.test(name))
    throw badUserInput(
      `${JSON.stringify(name.slice(0, 120))} is no name for an uploaded file: letters, digits, ".", "-", "_", "(", ")" and blanks, at most 120`,
    );
}

/**
 * Checks the files that end an upload: at least one, each named once.
 * @throws CordonError BAD_USER_INPUT
 */
export function checkFiles(files: readonly UploadFile[]): void {
  if (files.length === 0) throw badUserInput('the upload holds no file: send at least one');
  if (files.length > maxFiles) throw badUserInput(`the upload holds more than ${maxFiles} files`);
  for (const { name } of files) checkFileName(name);
  // Case counts on no file system of the operator's own choice.
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size < files.length) throw badUserInput('two files of the upload have the same name');
}

/** Tells if an upload is this caller's own. A subject is unique only within its issuer. */
export const isMaker = (upload: UploadRecord, { subject, issuer }: Pick<Identity, 'subject' | 'issuer'>) =>
  upload.maker === subject && upload.makerIssuer === issuer;

/** @throws CordonError UNKNOWN_ENTITY where there is no such upload, or it is somebody else's */
export function requireOwn(upload: UploadRecord | null, id: string, caller: Identity): UploadRecord {
  if (upload && isMaker(upload, caller)) return upload;
  throw unknownUpload(id);
}

export const unknownUpload = (id: string) =>
  new CordonError('UNKNOWN_ENTITY', `there is no upload ${JSON.stringify(id.slice(0, 100))} of yours`);

export const uploadEnded = (id: string) =>
  new CordonError('UPLOAD_ENDED', `the upload ${id} receives nothing any more: upload the files again`);
