import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  ApproveProposalDocument,
  ConfirmEmergencyFreezeDocument,
  RejectProposalDocument,
} from '../../graph/generated/graphql';
import { useAct } from '../../graph/useAct';
import { CommandDialog } from '../../parts/CommandDialog';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { proposalTexts } from '../../texts/proposals';
import type { ProposalShown } from './proposalShown';
import type { DigestVerdict } from './useDigest';

type Decision = 'approve' | 'reject';

export interface DecideProps {
  readonly proposal: ProposalShown;
  readonly verdict: DigestVerdict;
}

/**
 * The buttons of a decision, for those who may decide. Nobody decides their own proposal, nor one that its
 * digest does not fit.
 */
export function Decide({ proposal, verdict }: DecideProps) {
  const session = useSession();
  const [deciding, setDeciding] = useState<Decision>();
  if (proposal.proposer === session.subject) return <Text c="dimmed">{proposalTexts.own}</Text>;
  if (!mayDo(session, 'approve')) return null;
  return (
    <Group>
      <Button disabled={verdict !== 'FITS' && verdict !== 'UNKNOWN'} onClick={() => setDeciding('approve')}>
        {proposal.emergency ? proposalTexts.confirmFreeze : proposalTexts.approve}
      </Button>
      {proposal.emergency ? (
        <Text size="sm" c="dimmed">
          {proposalTexts.notRejected}
        </Text>
      ) : (
        <Button variant="default" onClick={() => setDeciding('reject')}>
          {proposalTexts.reject}
        </Button>
      )}
      {deciding ? (
        <Confirm decision={deciding} proposal={proposal} onClose={() => setDeciding(undefined)} />
      ) : null}
    </Group>
  );
}

function titleOf({ emergency }: ProposalShown, approves: boolean): string {
  if (!approves) return proposalTexts.rejectTitle;
  return emergency ? proposalTexts.confirmFreezeTitle : proposalTexts.confirmTitle;
}

interface ConfirmProps {
  readonly decision: Decision;
  readonly proposal: ProposalShown;
  readonly onClose: () => void;
}

function Confirm({ decision, proposal, onClose }: ConfirmProps) {
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const approving = useAct(ApproveProposalDocument);
  const confirming = useAct(ConfirmEmergencyFreezeDocument);
  const rejecting = useAct(RejectProposalDocument);
  const approves = decision === 'approve';
  const acting = approves ? (proposal.emergency ? confirming : approving) : rejecting;
  const { id, digest } = proposal;
  return (
    <CommandDialog
      title={titleOf(proposal, approves)}
      submit={approves ? proposalTexts.confirm : proposalTexts.confirmReject}
      {...(approves ? {} : { color: 'red' })}
      disabled={!approves && reason.trim() === ''}
      acting={acting}
      onSubmit={() =>
        acting.mutate(
          { input: { proposal: id, digest, key, reason: reason.trim() || null } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Textarea
        label={approves ? proposalTexts.reasonOptional : proposalTexts.reasonNeeded}
        required={!approves}
        value={reason}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </CommandDialog>
  );
}
