import type { LedgerEvent, Proof } from '@cordon/ledger';
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { ProcessKnowledge } from '../legalProcess/disclosure.rules';
import type { RequestContext } from '../rows/request';
import { readsIncidents } from '../scopes';
import type { HasLedgerHead } from './ledgerHead.context';
import { LedgerProofType } from './ledgerProof.type';
import { namedRecords } from '../vocabulary/namedRecords';

/**
 * Proves one event to callers who may know of every legal process: an event is proved whole, with all that it
 * names.
 */
@Resolver()
export class LedgerProofResolver {
  @Query(() => LedgerProofType, {
    nullable: true,
    description:
      'The proof of one event, which shows the event whole. For legal, approvers and auditors; null where no checkpoint covers ' +
      'the event yet, and for a partner.',
  })
  @Directive(readsIncidents)
  @Directive('@cost(weight: 500)')
  async ledgerProof(
    @Ctx()
    { stores, tenant, knowledge }: HasLedgerHead & RequestContext & { readonly knowledge: ProcessKnowledge },
    @Arg('event', () => Int, { description: 'Its place in the ledger, from 1.' }) event: number,
  ): Promise<LedgerProofType | null> {
    if (tenant !== null) return null;
    if (!knowledge.restricted)
      throw new CordonError(
        'ROLE_MISSING',
        'ledgerProof needs the role legal, approver or auditor: an event is proved whole, with the legal processes that it names',
        { roles: ['legal', 'approver', 'auditor'] },
      );
    const proof = await stores.proofs.of(event);
    return proof === null
      ? null
      : { id: String(event), proof: JSON.stringify(proof), proofRecords: recordsOf(proof) };
  }
}

/** The event of a proof is a line of the ledger, with its payload. */
const recordsOf = ({ event }: Proof): string[] =>
  namedRecords((JSON.parse(event) as Pick<LedgerEvent, 'payload'>).payload);
