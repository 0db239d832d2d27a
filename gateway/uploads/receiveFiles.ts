import type { IncomingMessage } from 'node:http';
import { type BusboyFileStream, default as Busboy } from '@fastify/busboy';
import { BodyError } from '../../shared/http/receiveBody';
import { PartCounter } from './partCounter';
import { UploadRejected } from './uploadRejected';

export interface FileLimits {
  readonly maxBytes: number;
  /** The longest silence, in milliseconds. */
  readonly silenceMs: number;
}

export interface ReceivedFile {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

type TakeFile = (file: ReceivedFile) => Promise<void>;

const maxFiles = 20;

/**
 * Reads the files of a `multipart/form-data` body that nobody has read yet (RFC 7578), one after the other, each as it
 * comes. Rejects with BodyError where the body ends before its last boundary, is too long, or stands still; with
 * BAD_USER_INPUT where a part of it is no file; and with what `onFile` rejects with.
 */
export function receiveFiles(request: IncomingMessage, limits: FileLimits, onFile: TakeFile): Promise<void> {
  const { 'content-type': contentType = '', 'content-length': length } = request.headers;
  if (!/^multipart\/form-data\s*;.*\bboundary=/i.test(contentType))
    return Promise.reject(new BodyError(415, 'Files are sent as multipart/form-data.'));
  if (Number(length ?? 0) > limits.maxBytes) return Promise.reject(tooLong(limits.maxBytes));
  return new Promise((resolve, reject) => {
    new FileBody({ request, limits, onFile }, { resolve, reject }).read(contentType);
  });
}

const tooLong = (maxBytes: number) =>
  new BodyError(413, `The upload is over ${maxBytes} bytes (CORDON_UPLOAD_MAX_BYTES).`);

const notOnlyFiles = (parts: number, files: number) =>
  new UploadRejected({
    message: `${parts - files} of ${parts} parts of the body are no files: nothing was stored. Send each file as form-data with a filename.`,
    extensions: { code: 'BAD_USER_INPUT' },
  });

interface FileBodyParts {
  readonly request: IncomingMessage;
  readonly limits: FileLimits;
  readonly onFile: TakeFile;
}

interface Settling {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** One body while it is read. Whatever goes wrong first ends it. */
class FileBody {
  #received = 0;
  #isOver = false;
  #silence: NodeJS.Timeout | undefined;
  /** The files so far, one after the other. */
  #work = Promise.resolve();
  #counter: PartCounter | undefined;
  readonly #streams = new Set<BusboyFileStream>();

  constructor(
    private readonly parts: FileBodyParts,
    private readonly settling: Settling,
  ) {}

  read(contentType: string): void {
    const { request } = this.parts;
    const busboy = Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      limits: { files: maxFiles, fields: 0, parts: maxFiles },
    });
    const fault = (message: string) => () => this.#fail(new BodyError(400, message));
    const tooMany = fault(`An upload holds ${maxFiles} files at most.`);
    busboy
      .on('file', (_field: string, stream: BusboyFileStream, name: string) => this.#take(stream, name))
      .on('filesLimit', tooMany)
      .on('partsLimit', tooMany)
      .on('fieldsLimit', fault('An upload holds files only: parameters stand in the URL.'))
      .on('error', fault('The body ends before its last boundary, or is not multipart/form-data.'))
      .on('finish', () => void this.#finish());
    this.#counter = new PartCounter(contentType);
    request.on('data', this.#onData).on('close', this.#onGone).on('error', this.#onGone);
    this.#watch();
    request.pipe(busboy);
  }

  /** The parser passes over a part of another form: a file that was sent must not be missing in silence. */
  async #finish(): Promise<void> {
    await this.#work;
    const parts = (await this.#counter?.count()) ?? 0;
    if (parts === this.#streams.size) this.#end(this.settling.resolve);
    else this.#fail(notOnlyFiles(parts, this.#streams.size));
  }

  #take(stream: BusboyFileStream, name: string): void {
    this.#streams.add(stream);
    // What went wrong reaches whoever reads it.
    stream.on('error', () => undefined);
    this.#work = this.#work
      .then(() => (this.#isOver ? undefined : this.parts.onFile({ name, content: stream })))
      .catch((error: unknown) => this.#fail(error as Error));
  }

  readonly #onData = (chunk: Buffer): void => {
    const { maxBytes } = this.parts.limits;
    this.#received += chunk.length;
    this.#counter?.add(chunk);
    this.#watch();
    if (this.#received > maxBytes) this.#fail(tooLong(maxBytes));
  };

  readonly #onGone = (): void => {
    if (!this.parts.request.complete) this.#fail(new BodyError(400, 'The client ended before its body did.'));
  };

  /** While a subgraph takes a part nothing is read, which is not the client's silence: a call has an end of its own. */
  #watch(): void {
    const { silenceMs } = this.parts.limits;
    clearTimeout(this.#silence);
    const onSilent = () => this.#fail(new BodyError(408, `Nothing came for ${silenceMs / 1_000} seconds.`));
    this.#silence = setTimeout(onSilent, silenceMs);
  }

  #fail(error: Error): void {
    const { request } = this.parts;
    this.#end(() => {
      request.unpipe();
      // What still comes is discarded.
      request.on('error', () => undefined).resume();
      for (const stream of this.#streams) stream.destroy(error);
      this.settling.reject(error);
    });
  }

  #end(settle: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#silence);
    this.parts.request.off('data', this.#onData).off('close', this.#onGone).off('error', this.#onGone);
    settle();
  }
}
