import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../scalars/dateTime';
import type { UploadFile, UploadRecord, UploadState } from './upload.record';

/** The state of an upload; the same in every subgraph that takes one. */
export const UploadStateEnum = {
  RECEIVING: 'RECEIVING',
  CHECKING: 'CHECKING',
  WAITING: 'WAITING',
  APPROVED: 'APPROVED',
  DONE: 'DONE',
  REJECTED: 'REJECTED',
  FAILED: 'FAILED',
  CUT_OFF: 'CUT_OFF',
  EXPIRED: 'EXPIRED',
} as const satisfies { readonly [State in UploadState]: State };

registerEnumType(UploadStateEnum, {
  name: 'UploadState',
  description: 'The state of an upload.',
  valuesConfig: {
    RECEIVING: { description: 'Its files are arriving. Nothing of it is in force.' },
    CHECKING: { description: 'Its files arrived whole, and are being read.' },
    WAITING: { description: 'It was read, and waits for another person to approve its report.' },
    APPROVED: { description: 'Another person approved it. It is being published.' },
    DONE: { description: 'Its content is stored; a list is published.' },
    REJECTED: { description: 'Another person rejected it. Nothing of it is in force.' },
    FAILED: { description: 'It failed: `problem` says why, and names what of it may be stored.' },
    CUT_OFF: {
      description: 'It ended before it was whole, or while it was read. Upload the same files again.',
    },
    EXPIRED: {
      description:
        'No other person decided it within 72 hours. Its files are deleted, and nothing of it is in force: upload them again.',
    },
  },
});

export interface UploadFacts {
  readonly id: string;
  readonly state: UploadState;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly files: readonly UploadFile[];
  readonly progress: UploadRecord['progress'];
  readonly problem: string | null;
}

/**
 * The type of an upload of one subgraph: `List` gives ListUpload, with its files and its progress. A function, because
 * classes must not be shared between the subgraphs of one process. A subgraph extends it by the report.
 */
export function defineUpload(kind: string): abstract new () => UploadFacts {
  @ObjectType(`${kind}UploadFile`, { description: 'A file of an upload.', simpleResolvers: true })
  class File implements UploadFile {
    @Field(() => String, { description: 'Its name, without folders.' })
    readonly name!: string;

    @Field(() => Float, { description: 'Its length in bytes.' })
    readonly bytes!: number;

    @Field(() => String, { description: 'The SHA-256 of its bytes, in hexadecimal.' })
    readonly sha256!: string;
  }

  @ObjectType(`${kind}UploadProgress`, {
    description: 'The current step of an upload.',
    simpleResolvers: true,
  })
  class Progress {
    @Field(() => String, { description: 'The step, in words.' })
    readonly text!: string;

    @Field(() => Float, {
      nullable: true,
      description: 'The finished part; null where it is not counted.',
    })
    readonly done?: number | null;

    @Field(() => Float, { nullable: true, description: 'Of how much; null where it is not counted.' })
    readonly of?: number | null;
  }

  @ObjectType({ simpleResolvers: true })
  abstract class Upload implements UploadFacts {
    @Field(() => ID, { description: 'The upload.' })
    readonly id!: string;

    @Field(() => UploadStateEnum, { description: 'The state.' })
    readonly state!: UploadState;

    @Field(() => String, { description: 'The subject of who uploaded it.' })
    readonly uploadedBy!: string;

    @Field(() => DateTimeScalar, { description: 'The time at which it began.' })
    readonly uploadedAt!: Date;

    @Field(() => [File], { description: 'Its files; empty while they arrive.' })
    readonly files!: readonly File[];

    @Field(() => Progress, {
      nullable: true,
      description: 'The current step; the last one of an upload that was cut off; null without one.',
    })
    readonly progress!: Progress | null;

    @Field(() => String, { nullable: true, description: 'The reason of the failure; null without one.' })
    readonly problem!: string | null;
  }
  return Upload;
}

export const uploadFacts = (upload: UploadRecord): UploadFacts => ({
  id: upload._id,
  state: upload.state,
  uploadedBy: upload.maker,
  uploadedAt: upload.startedAt,
  files: upload.files,
  progress: upload.progress ?? null,
  problem: upload.problem ?? null,
});
