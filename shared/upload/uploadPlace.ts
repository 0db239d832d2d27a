import { badUserInput } from '../errors/cordonError';
import type { UploadRecord } from './upload.record';
import type { UploadPlace } from './upload.store';

/** The place of an upload among all, as a cursor holds it. */
export const uploadKey = ({ startedAt, _id }: UploadRecord): string => `${startedAt.toISOString()} ${_id}`;

/** Throws BAD_USER_INPUT for what is no such place. */
export function uploadPlace(key: string | null): UploadPlace | null {
  if (key === null) return null;
  const [time = '', id = ''] = key.split(' ');
  const startedAt = new Date(time);
  if (Number.isNaN(startedAt.getTime()) || id === '')
    throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
  return { startedAt, id };
}
