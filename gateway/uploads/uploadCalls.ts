import { DownstreamError } from '../link/downstreamError';
import type { SubgraphCall, SubgraphLink } from '../link/subgraphLink';
import type { UploadKind } from './uploadKinds';
import { UploadRejected } from './uploadRejected';

/** A file that was sent whole. */
export interface SentFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
}

/** The calls of one upload to its subgraph. Each is a signed call of its own, and rejects with UploadRejected. */
export interface UploadCalls {
  begin(terms: object): Promise<string>;
  addPart(
    upload: string,
    part: { readonly file: string; readonly index: number; readonly bytes: Buffer },
  ): Promise<void>;
  end(upload: string, files: readonly SentFile[]): Promise<void>;
  /** Works also after the caller has left. */
  abort(upload: string): Promise<void>;
}

export function uploadCalls(link: SubgraphLink, { name }: UploadKind, call: SubgraphCall): UploadCalls {
  const ask = async (field: string, query: string, variables: object, under = call): Promise<unknown> => {
    const { data, errors } = await link
      .execute({ query, variables: { ...variables } }, under)
      .catch((error: unknown) => {
        if (!(error instanceof DownstreamError)) throw error;
        throw error.sent ? new UnansweredCall(link.name) : unavailable(link.name);
      });
    const [error] = errors ?? [];
    if (error) throw new UploadRejected(error);
    return data?.[field];
  };
  return {
    begin: async (terms) => {
      const field = `begin${name}Upload`;
      const query = `mutation($terms: String!) { ${field}(terms: $terms) }`;
      return String(await ask(field, query, { terms: JSON.stringify(terms) }));
    },
    async addPart(upload, { file, index, bytes }) {
      const field = `add${name}UploadPart`;
      const query = `mutation($upload: ID!, $file: String!, $index: Int!, $bytes: String!) {
        ${field}(upload: $upload, file: $file, index: $index, bytes: $bytes) }`;
      await ask(field, query, { upload, file, index, bytes: bytes.toString('base64') });
    },
    async end(upload, files) {
      const field = `end${name}Upload`;
      const query = `mutation($upload: ID!, $files: [${name}UploadFileInput!]!) {
        ${field}(upload: $upload, files: $files) }`;
      await ask(field, query, { upload, files }).catch((error: unknown) => {
        throw error instanceof UnansweredCall ? outcomeUnknown(link.name, upload) : error;
      });
    },
    async abort(upload) {
      const field = `abort${name}Upload`;
      const { signal: _ended, ...after } = call;
      await ask(field, `mutation($upload: ID!) { ${field}(upload: $upload) }`, { upload }, after);
    },
  };
}

const unavailableError = (subgraph: string) => ({
  message: `Subgraph ${subgraph} is unavailable: nothing of the upload is in force. Upload the files again later.`,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});

const unavailable = (subgraph: string) => new UploadRejected(unavailableError(subgraph));

/** A call that was sent, and may have been carried out. Only the last call of an upload puts anything in force. */
class UnansweredCall extends UploadRejected {
  constructor(subgraph: string) {
    super(unavailableError(subgraph));
  }
}

const outcomeUnknown = (subgraph: string, upload: string) =>
  new UploadRejected({
    message: `Subgraph ${subgraph} did not answer: the upload ${upload} may have been taken. Look at its state before you upload the files again.`,
    extensions: { code: 'OUTCOME_UNKNOWN', upload },
  });
