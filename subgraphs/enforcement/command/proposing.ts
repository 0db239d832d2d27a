import { randomUUID } from 'node:crypto';
import type { CommandContext } from './command.context';
import type { ProposalFact } from '../proposal/proposal.facts';
import { decideDraft } from './decideDraft.rules';
import { type Draft, draftForm, type MeasureDraft } from './draft';
import { lapsesAt } from '../measure/emergencyLapse.rules';
import { decideEmergency } from './emergency.rules';
import { loadDraftState } from './loadDraftState';
import { measureIdOf } from './measureAct.rules';
import { digestOf } from './plainInput';
import { type Command, runCommand } from './runCommand';

/** A proposal that nobody decides for so long expires: roles and bases change. Milliseconds. */
const decidedWithin = 72 * 3_600_000;

type Given = Pick<Command, 'name' | 'key' | 'input'>;

/** A draft but for whose it is. */
type DraftOf<Whole extends Draft> = Whole extends Draft
  ? Omit<Whole, 'proposalId' | 'proposer' | 'proposerIssuer'>
  : never;

/** Proposes an act for another person to approve. @returns the proposal's id */
export async function propose(context: CommandContext, given: Given, asked: DraftOf<Draft>): Promise<string> {
  const draft: Draft = { ...asked, ...ownership(context) };
  const { id } = await runCommand(context, {
    ...given,
    about: aboutDraft(draft),
    async decide() {
      decideDraft(draft, await loadDraftState(context, draft), { at: context.now, checker: null });
      const expires = new Date(context.now.getTime() + decidedWithin);
      const proposal = proposalOf(context, draft, { command: draft.act, expires });
      return { type: 'MEASURE_PROPOSED', id: draft.proposalId, payload: { proposal } };
    },
  });
  return id;
}

/** Freezes at once, by one person, for a day. @returns the proposal's id, which a checker confirms */
export async function freezeInEmergency(
  context: CommandContext,
  given: Given,
  asked: DraftOf<MeasureDraft>,
): Promise<string> {
  const draft: MeasureDraft = { ...asked, ...ownership(context) };
  const { id } = await runCommand(context, {
    ...given,
    about: aboutDraft(draft),
    async decide() {
      const facts = decideEmergency(draft, await loadDraftState(context, draft), context.now);
      const expires = lapsesAt(context.now);
      const proposal = proposalOf(context, draft, { command: 'EMERGENCY_FREEZE', expires });
      return { type: 'MEASURE_TAKEN', id: draft.proposalId, payload: { ...facts, proposal } };
    },
  });
  return id;
}

const ownership = ({ caller }: CommandContext) => ({
  proposalId: `proposal:${randomUUID()}`,
  proposer: caller.subject,
  proposerIssuer: caller.issuer,
});

/** Returns the ids that a draft reads and changes. */
export function aboutDraft(draft: Draft): string[] {
  const { proposalId, accountId, processIds } = draft;
  const to = draft.act === 'TRANSFER' && draft.toAccountId !== null ? [draft.toAccountId] : [];
  return [proposalId, accountId, ...to, ...processIds];
}

function proposalOf(
  { caller, now }: CommandContext,
  draft: Draft,
  { command, expires }: { readonly command: string; readonly expires: Date },
): ProposalFact {
  const { proposalId, accountId, processIds } = draftForm.parse(draft);
  return {
    id: proposalId,
    command,
    digest: digestOf(draft),
    draft,
    proposer: caller.subject,
    proposerIssuer: caller.issuer,
    proposerRoles: [...caller.roles],
    proposedAt: now.toISOString(),
    expires: expires.toISOString(),
    accountIds: [accountId, ...(draft.act === 'TRANSFER' && draft.toAccountId ? [draft.toAccountId] : [])],
    processIds,
    measureId: measureOfDraft(draft),
  };
}

function measureOfDraft(draft: Draft): string | null {
  if (draft.act === 'TRANSFER') return null;
  return draft.act === 'RELEASE' ? draft.measureId : measureIdOf(draft.proposalId);
}
