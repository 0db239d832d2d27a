import { AskError } from '../../graph/ask';
import type { GraphError } from '../../graph/answer';
import { currentSession } from '../../session/session';
import { partTexts } from '../../texts/parts';
import { uploadTexts } from '../../texts/uploads';
import { differences, type KnownFile, knownFile } from './takenFiles';

export interface Sending {
  /** Resolves with the id of the upload. Rejects with AskError, also where it was stopped, or other files were taken. */
  readonly done: Promise<string>;
  stop(): void;
}

/**
 * Sends files to the gateway, and compares what it took with them. `onProgress` is given a share, 0 to 1.
 */
export function sendFiles(path: string, files: readonly File[], onProgress: (sent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const known = Promise.all(files.map(knownFile));
  // A rejection before the gateway's answer is handled below.
  known.catch(() => undefined);
  const done = post(request, { path, files, onProgress }).then(async ({ upload, files: taken }) => {
    const sent = await known.catch(() => {
      throw new AskError(uploadTexts.differs.unread(upload), 'UPLOAD_DIFFERS');
    });
    const found = differences(sent, taken);
    if (found.length > 0) throw new AskError(uploadTexts.differs.all(upload, found), 'UPLOAD_DIFFERS');
    return upload;
  });
  return { done, stop: () => request.abort() };
}

interface Post {
  readonly path: string;
  readonly files: readonly File[];
  readonly onProgress: (sent: number) => void;
}

interface Taken {
  readonly upload: string;
  readonly files: readonly KnownFile[];
}

/** XMLHttpRequest, as fetch does not say how much of a body was sent. */
function post(request: XMLHttpRequest, { path, files, onProgress }: Post): Promise<Taken> {
  const state = currentSession();
  return new Promise((resolve, reject) => {
    if (state.state === 'OUT') {
      reject(new AskError(partTexts.notSignedIn, 'UNAUTHENTICATED'));
      return;
    }
    const body = new FormData();
    for (const file of files) body.append('file', file, file.name);
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${state.session.token}`);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { upload, files: taken = [], errors = [] } = parse(request.responseText);
      if (request.status === 202 && upload) resolve({ upload, files: taken });
      else reject(AskError.of(errors, partTexts.answered(request.status)));
    };
    request.onerror = () => reject(new AskError(partTexts.unreachable, 'NETWORK'));
    request.onabort = () => reject(new AskError(uploadTexts.stopped, 'STOPPED'));
    request.send(body);
  });
}

interface UploadAnswer {
  readonly upload?: string;
  readonly files?: readonly KnownFile[];
  readonly errors?: readonly GraphError[];
}

function parse(text: string): UploadAnswer {
  try {
    return JSON.parse(text) as UploadAnswer;
  } catch {
    return {};
  }
}
