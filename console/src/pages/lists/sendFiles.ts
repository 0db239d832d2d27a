import { AskError } from '../../graph/ask';
import type { GraphError } from '../../graph/answer';
import { currentSession } from '../../session/session';

export interface Sending {
  /** Rejects with AskError, also where it was stopped. */
  readonly done: Promise<string>;
  stop(): void;
}

/**
 * Sends files to the gateway, and returns the id of the upload. XMLHttpRequest, as fetch does not say how much of a body was
 * sent. `onProgress` is given a share, 0 to 1.
 */
export function sendFiles(path: string, files: readonly File[], onProgress: (sent: number) => void): Sending {
  const state = currentSession();
  const request = new XMLHttpRequest();
  const done = new Promise<string>((resolve, reject) => {
    if (state.state === 'OUT') {
      reject(new AskError('nobody is signed in', 'UNAUTHENTICATED'));
      return;
    }
    const body = new FormData();
    for (const file of files) body.append('file', file, file.name);
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${state.session.token}`);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      const [error] = answer.errors ?? [];
      if (request.status === 202 && answer.upload) resolve(answer.upload);
      else
        reject(
          new AskError(
            error?.message ?? `The gateway answered ${request.status}.`,
            error?.extensions?.code ?? 'UNKNOWN',
          ),
        );
    };
    request.onerror = () => reject(new AskError('The gateway could not be reached.', 'NETWORK'));
    request.onabort = () => reject(new AskError('The upload was stopped.', 'STOPPED'));
    request.send(body);
  });
  return { done, stop: () => request.abort() };
}

interface UploadAnswer {
  readonly upload?: string;
  readonly errors?: readonly GraphError[];
}

function parse(text: string): UploadAnswer {
  try {
    return JSON.parse(text) as UploadAnswer;
  } catch {
    return {};
  }
}
