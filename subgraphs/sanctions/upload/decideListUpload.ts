import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { isMaker, unknownUpload } from '../../../shared/upload/receiving.rules';
import type { HasUploads } from '../../../shared/upload/upload.context';
import type { UploadRecord } from '../../../shared/upload/upload.record';
import { importsLists } from '../scopes';
import { ListUploadType, listUploadView } from './listUpload.type';

@InputType('ListUploadDecisionInput', {
  description: 'The decision of a second person, with the digest of the content as seen.',
})
export class ListUploadDecisionInput {
  @Field(() => ID, { description: 'The upload.' })
  readonly upload!: string;

  @Field(() => String, { description: 'Its `digest`, as it was seen.' })
  readonly digest!: string;

  @Field(() => String, { nullable: true, description: 'The reason. A rejection needs it.' })
  readonly reason?: string | null;
}

/** Another person than who uploaded a list approves or rejects its report. */
@Resolver()
export class DecideListUploadResolver {
  @Mutation(() => ListUploadType, {
    nullable: true,
    description:
      'Approves the report of an uploaded list. It is published within seconds, unless the list changed in between. ' +
      'Sending it again changes nothing.',
  })
  @Directive(importsLists)
  approveListUpload(
    @Arg('input', () => ListUploadDecisionInput, { description: 'The approval.' })
    input: ListUploadDecisionInput,
    @Ctx() context: HasUploads,
  ): Promise<ListUploadType> {
    return decide(input, true, context);
  }

  @Mutation(() => ListUploadType, {
    nullable: true,
    description: 'Rejects an uploaded list, with a reason. Its files are deleted; the record of it stays.',
  })
  @Directive(importsLists)
  rejectListUpload(
    @Arg('input', () => ListUploadDecisionInput, { description: 'The rejection, with the reason.' })
    input: ListUploadDecisionInput,
    @Ctx() context: HasUploads,
  ): Promise<ListUploadType> {
    if (!input.reason?.trim()) throw badUserInput('a rejection needs a reason', { argument: 'reason' });
    return decide(input, false, context);
  }
}

async function decide(
  { upload: id, digest, reason }: ListUploadDecisionInput,
  approved: boolean,
  { caller, uploads: { store } }: HasUploads,
): Promise<ListUploadType> {
  const upload = await store.find(id);
  if (!upload) throw unknownUpload(id);
  const { subject: by, issuer } = caller;
  if (isMaker(upload, caller))
    throw new CordonError(
      'CHECKER_IS_MAKER',
      `${id} was uploaded by the same person: another has to decide it`,
    );
  if (digest !== upload.digest)
    throw new CordonError('PROPOSAL_CHANGED', `the report of ${id} is not what the digest was computed of`);
  const decision = { by, issuer, approved, at: new Date(), reason: reason?.trim() || null };
  if (await store.decide(id, decision))
    return listUploadView({ ...upload, state: stateOf(approved), decision });
  const now = await store.find(id);
  if (now && isRepeated(now, decision)) return listUploadView(now);
  throw new CordonError('ALREADY_DECIDED', `${id} does not wait any more: it is ${now?.state ?? 'gone'}`);
}

const stateOf = (approved: boolean) => (approved ? 'APPROVED' : 'REJECTED');

/** Tells if the same person decided the same before: the answer to it was lost. */
const isRepeated = (
  { decision }: UploadRecord,
  { by, issuer, approved }: NonNullable<UploadRecord['decision']>,
): boolean => decision?.by === by && decision.issuer === issuer && decision.approved === approved;
