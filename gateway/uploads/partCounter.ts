import { MIMEType } from 'node:util';
import { Dicer } from '@fastify/busboy';

/** Counts the parts of a multipart body by its boundaries, whatever their headers say. */
export class PartCounter {
  #parts = 0;
  readonly #parser: Dicer;
  readonly #finished: Promise<void>;

  /** Takes the `content-type` of the body. Throws where it names no boundary. */
  constructor(contentType: string) {
    this.#parser = new Dicer({ boundary: new MIMEType(contentType).params.get('boundary') ?? '' });
    this.#finished = new Promise((resolve) => {
      this.#parser
        .on('part', (part) => {
          this.#parts++;
          part.on('error', () => undefined).resume();
        })
        // `receiveFiles` reports a broken body.
        .on('error', () => resolve())
        .on('finish', () => resolve());
    });
  }

  /** Takes the next bytes of the body. */
  add(chunk: Buffer): void {
    if (this.#parser.writable) this.#parser.write(chunk);
  }

  /** Returns the number of parts, once the whole body was added. */
  async count(): Promise<number> {
    if (this.#parser.writable) this.#parser.end();
    await this.#finished;
    return this.#parts;
  }
}
