import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  Resolver,
} from 'type-graphql';
import { CordonError } from '../errors/cordonError';
import { receivedBytes } from './receivedBytes';
import { checkFileName, checkFiles, requireOwn, uploadEnded } from './receiving.rules';
import type { HasUploads } from './upload.context';
import type { UploadFile } from './upload.record';

export interface ReceivingDefinition {
  /** `List` gives beginListUpload, addListUploadPart, endListUpload and abortListUpload. */
  readonly kind: string;
  /** The directive that names the scope. */
  readonly scopes: string;
  /** Checks what the files are to be read as, and returns it in one form. Throws BAD_USER_INPUT. */
  readonly parseTerms: (given: string) => string;
}

/**
 * The mutations by which a subgraph receives files from the gateway: no client sees them, and the gateway calls them for
 * `POST /uploads/…` with the caller's own identity. Each part is a signed call of its own.
 */
export const defineReceiving = (definition: ReceivingDefinition): readonly ClassType[] => [
  defineTurn(definition),
  defineParts(definition),
];

/** Begins an upload, and ends one that did not arrive whole. */
function defineTurn({ kind, scopes, parseTerms }: ReceivingDefinition): ClassType {
  @Resolver()
  class Turn {
    @Mutation(() => ID, {
      name: `begin${kind}Upload`,
      nullable: true,
      description: 'Takes the turn for an upload, and returns its id.',
    })
    @Directive(scopes)
    @Directive('@inaccessible')
    async begin(
      @Arg('terms', () => String, { description: 'The terms by which the files are read: JSON.' })
      terms: string,
      @Ctx() { caller, uploads }: HasUploads,
    ): Promise<string> {
      const upload = await uploads.store.begin(caller, parseTerms(terms));
      if (upload) return upload._id;
      throw new CordonError(
        'UPLOAD_UNDER_WAY',
        'another upload is under way here: upload again when it has ended, or a minute after it was cut off',
      );
    }

    @Mutation(() => Boolean, {
      name: `abort${kind}Upload`,
      nullable: true,
      description: 'Ends an upload whose files did not all arrive: nothing of it is kept.',
    })
    @Directive(scopes)
    @Directive('@inaccessible')
    async abort(
      @Arg('upload', () => ID, { description: 'The upload.' }) id: string,
      @Ctx() { caller, uploads }: HasUploads,
    ): Promise<boolean> {
      requireOwn(await uploads.store.find(id), id, caller);
      return uploads.store.settle(id, 'RECEIVING', { state: 'CUT_OFF' });
    }
  }
  return Turn;
}

/** Receives the parts of files, and the word that all were sent. */
function defineParts({ kind, scopes }: ReceivingDefinition): ClassType {
  @InputType(`${kind}UploadFileInput`, { description: 'A file that was sent in parts.' })
  @Directive('@inaccessible')
  class FileInput implements UploadFile {
    @Field(() => String, { description: 'Its name, without folders.' })
    readonly name!: string;

    @Field(() => Float, { description: 'Its length in bytes.' })
    readonly bytes!: number;

    @Field(() => String, { description: 'The SHA-256 of its bytes, in hexadecimal.' })
    readonly sha256!: string;
  }

  @Resolver()
  class Parts {
    @Mutation(() => Boolean, {
      name: `add${kind}UploadPart`,
      nullable: true,
      description: 'Receives the next part of a file.',
    })
    @Directive(scopes)
    @Directive('@inaccessible')
    async addPart(
      @Arg('upload', () => ID, { description: 'The upload.' }) id: string,
      @Arg('file', () => String, { description: 'The name of the file.' }) file: string,
      @Arg('index', () => Int, { description: 'The number of the part, from 0.' }) index: number,
      @Arg('bytes', () => String, { description: 'The bytes, in base64.' }) bytes: string,
      @Ctx() { caller, uploads }: HasUploads,
    ): Promise<boolean> {
      requireOwn(await uploads.store.find(id), id, caller);
      checkFileName(file);
      const added = await uploads.store.addPart(id, { file, index, bytes: receivedBytes(bytes) });
      if (!added) throw uploadEnded(id);
      return true;
    }

    @Mutation(() => Boolean, {
      name: `end${kind}Upload`,
      nullable: true,
      description: 'Says that all parts were sent. What was received is then read.',
    })
    @Directive(scopes)
    @Directive('@inaccessible')
    async end(
      @Arg('upload', () => ID, { description: 'The upload.' }) id: string,
      @Arg('files', () => [FileInput], { description: 'All its files, as they were sent.' })
      files: FileInput[],
      @Ctx() { caller, uploads }: HasUploads,
    ): Promise<boolean> {
      requireOwn(await uploads.store.find(id), id, caller);
      const named = files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
      checkFiles(named);
      const received = await uploads.store.endReceiving(id, named);
      if (!received) throw uploadEnded(id);
      uploads.startCheck(received);
      return true;
    }
  }
  return Parts;
}
