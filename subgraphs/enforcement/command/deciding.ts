import { CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import type { MeasureChangeFact } from '../measure/measure.facts';
import type { ProposalRecord } from '../proposal/proposal.record';
import { isVisible, visibleProposals } from '../proposal/visibleProposals';
import { personOf } from '../vocabulary/person.rules';
import { requireDecidable } from './approval.rules';
import { inForceAt } from '../measure/status.rules';
import { decideDraft } from './decideDraft.rules';
import type { DraftState } from './draftState';
import { type Draft, draftForm } from './draft';
import { loadDraftState } from './loadDraftState';
import { measureIdOf, measureOf } from './measureAct.rules';
import { aboutDraft } from './proposing';
import { type Command, type Decision, runCommand } from './runCommand';

export interface DecisionInput {
  readonly proposal: string;
  readonly digest: string;
  readonly reason?: string | null;
}

type Given = Pick<Command, 'name' | 'key'> & { readonly input: DecisionInput };

/** Returns a proposal that the caller may know of; null for one on a process that it may not know of. */
export async function visibleProposal(context: CommandContext, id: string): Promise<ProposalRecord | null> {
  if (context.tenant !== null) return null;
  const [found, shown] = await Promise.all([context.stores.proposals.byId(id), visibleProposals(context)]);
  return found && isVisible(found, shown) ? found : null;
}

async function requireProposal(context: CommandContext, id: string, emergency: boolean) {
  const found = await visibleProposal(context, id);
  if (!found || found.emergency !== emergency) {
    const what = emergency ? 'emergency freeze' : 'proposal';
    throw new CordonError('UNKNOWN_ENTITY', `there is no ${what} ${JSON.stringify(id)}`);
  }
  return found;
}

/**
 * Decides a proposal as an approver. The proposal is loaded anew for each decision, as another may have been
 * first.
 */
async function decideAs(
  context: CommandContext,
  { name, key, input }: Given,
  options: {
    readonly emergency: boolean;
    decide(draft: Draft, proposal: ProposalRecord): Promise<Omit<Decision, 'id'>>;
  },
): Promise<string> {
  const { caller, now } = context;
  const { proposal: proposalId, digest } = input;
  // A draft never changes, so that what it is about can be known before.
  const known = await requireProposal(context, proposalId, options.emergency);
  const { id } = await runCommand(context, {
    name,
    key,
    input,
    about: [proposalId, ...aboutDraft(draftForm.parse(JSON.parse(known.draft)))],
    async decide() {
      const proposal = await requireProposal(context, proposalId, options.emergency);
      const draft = requireDecidable(proposal, { checker: personOf(caller), digest, at: now });
      const { payload, ...rest } = await options.decide(draft, proposal);
      const at = now.toISOString();
      const decision = { proposalId, digest, ...checkerOf(caller), at, reason: input.reason ?? null };
      return { ...rest, id: proposalId, payload: { ...payload, decision } };
    },
  });
  return id;
}

const checkerOf = ({ subject, issuer }: CommandContext['caller']) => ({
  checker: subject,
  checkerIssuer: issuer,
});

const approvalsOf = ({ caller, now }: CommandContext, digest: string) => [
  { approver: caller.subject, at: now.toISOString(), digest },
];

/** Carries out what was proposed, decided on the state that is there now. */
export function approve(context: CommandContext, given: Given): Promise<string> {
  const { caller, now } = context;
  return decideAs(context, given, {
    emergency: false,
    async decide(draft) {
      const state = await loadDraftState(context, draft);
      return {
        type: 'MEASURE_APPROVED',
        maker: draft.proposer,
        approvals: approvalsOf(context, given.input.digest),
        payload: decideDraft(draft, state, { at: now, checker: personOf(caller) }),
      };
    },
  });
}

/** Nothing is done, and nobody can approve it any more. */
export function reject(context: CommandContext, given: Given): Promise<string> {
  return decideAs(context, given, {
    emergency: false,
    decide: async () => ({ type: 'MEASURE_REJECTED', payload: {} }),
  });
}

/** A checker agrees to an emergency freeze in time: it gets the end that it would have had, decided anew. */
export function confirm(context: CommandContext, given: Given): Promise<string> {
  return decideAs(context, given, {
    emergency: true,
    async decide(draft) {
      const state = await loadDraftState(context, draft);
      return {
        type: 'MEASURE_CONFIRMED',
        maker: draft.proposer,
        approvals: approvalsOf(context, given.input.digest),
        payload: { measureChanges: [confirmed(draft, state, context)] },
      };
    },
  });
}

/** Decides the draft again, as a basis may have gone since, and gives the measure that stands what is new of it. */
function confirmed(draft: Draft, state: DraftState, { caller, now }: CommandContext): MeasureChangeFact {
  const measureId = measureIdOf(draft.proposalId);
  const stands = state.onAccount.find(({ _id }) => _id === measureId);
  if (!stands || !inForceAt(stands, now)) {
    throw new CordonError(
      'ALREADY_ENDED',
      `${measureId} is not in force any more: there is nothing to confirm`,
    );
  }
  const act = { at: now, checker: personOf(caller) };
  decideDraft(draft, state, act);
  if (draft.act === 'RELEASE' || draft.act === 'TRANSFER') throw new Error(`a ${draft.act} is no emergency`);
  const { to, endReason } = measureOf(draft, state, act);
  return { measureId, to, endReason, ...checkerOf(caller) };
}
